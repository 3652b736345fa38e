interface Sign {
  readonly pattern: RegExp;
  readonly says: string;
  /** Whether the sign alone is enough to leave out prose. Other signs are only shown to reviewers. */
  readonly grave: boolean;
  /** Whether the sign needs a sentence, so that it does not apply to a name or value of one or two words. */
  readonly sentence: boolean;
  /** Whether the sign is a word that is normal in names and values, such as `llm_observability_spans_sum`. */
  readonly isWord?: true;
}

const hidden = { grave: true, sentence: false };
const order = { grave: true, sentence: true };
const doubt = { grave: false, sentence: true };

/** Signs that a text addresses the model or hides something. */
const SIGNS: readonly Sign[] = [
  {
    pattern: /[\p{Cf}\p{Co}\u{FE00}-\u{FE0F}\u{E0000}-\u{E01EF}]/u,
    says: "contains invisible characters",
    ...hidden,
  },
  {
    pattern:
      /\b(?:ignore|disregard|forget)\b[^.]{0,40}\b(?:instruction|rule|prompt|guideline|(?:above|previous|prior|earlier)\b)/i,
    says: "orders the reader to ignore instructions",
    ...order,
  },
  {
    // A value of an API may override a previous value.
    pattern: /\boverride\b[^.]{0,40}\b(?:instruction|prompt|guideline)/i,
    says: "orders the reader to ignore instructions",
    ...order,
  },
  {
    pattern:
      /\b(?:always|never|(?:you )?(?:must|should)(?: not| never| always| also| first)?|make sure (?:to|you)|be sure to|do not|don['\u2019]t|first|then|also)\s+(?:call|use|invoke|run|execute|send|include|read|fetch|ask|tell|mention|reveal|follow)\b/i,
    says: "commands the reader",
    ...doubt,
  },
  { pattern: /\bimportant\s*[:!]/i, says: "commands the reader", ...doubt },
  { pattern: /<important>|\[\/?INST\]|<\|[^|]*\|>/i, says: "contains prompt markup", ...hidden },
  {
    pattern:
      /\b(?:before|after|instead of|whenever)\b[^.]{0,20}\b(?:calling|using|you (?:call|use))\b[^.]{0,20}\btools?\b/i,
    says: "orders when to call tools",
    ...order,
  },
  { pattern: /\bsystem prompt\b|\byou are now\b/i, says: "addresses a model", ...order },
  { pattern: /\byou are an?\b/i, says: "addresses a model", ...doubt },
  {
    pattern: /\b(?:assistants?|language models?|LLMs?)\b/i,
    says: "addresses a model",
    ...doubt,
    isWord: true,
  },
  {
    pattern:
      /\b(?:do not|don['\u2019]t|never|without|hide|conceal)\b[^.]{0,20}\b(?:tell|telling|inform|informing|reveal|revealing|mention|mentioning|from)\b[^.]{0,30}\b(?:users?|anyone|operators?|humans?)\b/i,
    says: "says what to hide from the user",
    ...order,
  },
  {
    pattern:
      /\b(?:tell|telling|inform|reveal|mention|mentioning|hide|conceal)\b[^.]{0,30}\b(?:users?|anyone|operators?|humans?)\b/i,
    says: "says what to tell the user",
    ...doubt,
  },
  {
    pattern:
      /\b(?:include|provide|send|share|reveal|output(?! tokens?\b)|append|attach|paste|pass|read|print|copy)\b[^.]{0,50}\b(?:api[ _-]?keys?|passwords?|credentials?|secrets?|tokens?|private keys?|environment variables?|ssh)\b/i,
    says: "asks for secrets",
    ...doubt,
  },
  {
    pattern: /https?:\/\/|\bwww\.|\bdata:[a-z]+\//i,
    says: "contains a URL",
    grave: false,
    sentence: false,
  },
  // A placeholder such as `incident/<id>` is not markup.
  {
    pattern: /(?<!\w\/)<\/?[a-z!][^>]*>|```/i,
    says: "holds markup",
    grave: false,
    sentence: false,
  },
  { pattern: /[A-Za-z0-9+/]{60,}={0,2}/, says: "contains encoded text", grave: false, sentence: false },
];

/** Why a text looks like instructions to a model, or hides something; empty if it does not. */
export function suspicions(text: string): string[] {
  return saying(SIGNS.filter(({ pattern }) => pattern.test(text)));
}

/** Suspicions that are enough to leave out prose of a document. */
export function graveSuspicions(text: string): string[] {
  return saying(SIGNS.filter(({ grave, pattern }) => grave && pattern.test(text)));
}

/**
 * The suspicions of a name, value, default or pattern. A name is read as its words: `ignore_all_previous_instructions`
 * is a sentence, `read_api_keys` is a name. A URL, plain markup or encoded text may be a normal value.
 */
export function valueSuspicions(value: string): string[] {
  if (SHORT_NAME.test(value)) return [];
  const words = asWords(value);
  const count = words.split(/\s+/).length;
  const isProse = /\s/.test(value.trim()) ? count >= SHORTEST_PROSE : count >= LONGEST_NAME;
  return saying(
    SIGNS.filter(({ grave, sentence, isWord, pattern }) => {
      if (isWord) return false;
      if (!sentence) return grave && pattern.test(value);
      return (grave ? count >= SHORTEST_PROSE : isProse) && pattern.test(words);
    }),
  );
}

/** The words of a name: `ignore_allPrevious` is `ignore all Previous`. */
function asWords(name: string): string {
  return name
    .replaceAll(/([a-z0-9])([A-Z])/g, "$1 $2")
    .replaceAll(/[_\-./:+]+/g, " ")
    .trim();
}

/** A name of at most two words in letters and digits is too short for an order, and it hides nothing. Most names are. */
const SHORT_NAME = /^[A-Z]?[a-z0-9]*(?:[_\-./: A-Z][a-z0-9]*)?$/;

/** Words of which orders consist. */
const SHORTEST_PROSE = 3;

/** Words that also appear in names of operations. */
const LONGEST_NAME = 7;

/** A text with invisible characters shown as their codes. */
export function visible(text: string): string {
  return text.replaceAll(
    /[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]/gu,
    (character) =>
      character === "\n" ? " " : `\\u{${character.codePointAt(0)!.toString(16).toUpperCase()}}`,
  );
}

function saying(signs: readonly Sign[]): string[] {
  return [...new Set(signs.map(({ says }) => says))];
}
