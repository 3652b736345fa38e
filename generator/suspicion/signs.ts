interface Sign {
  readonly pattern: RegExp;
  readonly says: string;
  /** Whether it is enough to leave out prose of a document; the others are for a reviewer alone. */
  readonly grave: boolean;
  /** Whether it takes a sentence, so that a name or a value of one or two words can't bear it. */
  readonly sentence: boolean;
}

const hidden = { grave: true, sentence: false };
const order = { grave: true, sentence: true };
const doubt = { grave: false, sentence: true };

/** What makes a reviewer look twice at a text: it addresses the model, or hides something. */
const SIGNS: readonly Sign[] = [
  {
    pattern: /[\p{Cf}\p{Co}\u{FE00}-\u{FE0F}\u{E0000}-\u{E01EF}]/u,
    says: "holds invisible characters",
    ...hidden,
  },
  {
    pattern:
      /\b(?:ignore|disregard|forget|override)\b[^.]{0,40}\b(?:instruction|rule|prompt|above|previous|prior|earlier|guideline)/i,
    says: "tells the reader to ignore instructions",
    ...order,
  },
  {
    pattern:
      /\b(?:always|never|(?:you )?(?:must|should)(?: not| never| always| also| first)?|make sure (?:to|you)|be sure to|do not|don['’]t|first|then|also)\s+(?:call|use|invoke|run|execute|send|include|read|fetch|ask|tell|mention|reveal|follow)\b/i,
    says: "commands the reader",
    ...doubt,
  },
  { pattern: /\bimportant\s*[:!]/i, says: "commands the reader", ...doubt },
  { pattern: /<important>|\[\/?INST\]|<\|[^|]*\|>/i, says: "holds marks of a prompt", ...hidden },
  {
    pattern:
      /\b(?:before|after|instead of|whenever)\b[^.]{0,20}\b(?:calling|using|you (?:call|use))\b[^.]{0,20}\btools?\b/i,
    says: "orders when to call tools",
    ...order,
  },
  { pattern: /\bsystem prompt\b|\byou are now\b/i, says: "addresses a model", ...order },
  {
    pattern: /\byou are an?\b|\b(?:assistants?|language models?|LLMs?)\b/i,
    says: "addresses a model",
    ...doubt,
  },
  {
    pattern:
      /\b(?:do not|don['’]t|never|without|hide|conceal)\b[^.]{0,20}\b(?:tell|telling|inform|informing|reveal|revealing|mention|mentioning|from)\b[^.]{0,30}\b(?:users?|anyone|operators?|humans?)\b/i,
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
      /\b(?:include|provide|send|share|reveal|output|append|attach|paste|pass|read|print|copy)\b[^.]{0,50}\b(?:api[ _-]?keys?|passwords?|credentials?|secrets?|tokens?|private keys?|environment variables?|ssh)\b/i,
    says: "asks for secrets",
    ...doubt,
  },
  {
    pattern: /https?:\/\/|\bwww\.|\bdata:[a-z]+\//i,
    says: "holds a URL",
    grave: false,
    sentence: false,
  },
  // A placeholder in the form of a value, such as `incident/<id>`, is no markup.
  {
    pattern: /(?<!\w\/)<\/?[a-z!][^>]*>|```/i,
    says: "holds markup",
    grave: false,
    sentence: false,
  },
  { pattern: /[A-Za-z0-9+/]{60,}={0,2}/, says: "holds encoded text", grave: false, sentence: false },
];

/** Why a text looks like instructions to a model, or hides something; nothing where it doesn't. */
export function suspicions(text: string): string[] {
  return saying(SIGNS.filter(({ pattern }) => pattern.test(text)));
}

/** The suspicions that are enough to leave a document's own prose out. */
export function graveSuspicions(text: string): string[] {
  return saying(SIGNS.filter(({ grave, pattern }) => grave && pattern.test(text)));
}

/**
 * The same of a name, a value, a default or a pattern. A name reads as the words in it: `ignore_all_previous_instructions`
 * is a sentence, `read_api_keys` is a name. A URL, plain markup or encoded text may well be a value.
 */
export function valueSuspicions(value: string): string[] {
  const words = asWords(value);
  const count = words.split(/\s+/).length;
  const isProse = /\s/.test(value.trim()) ? count >= SHORTEST_PROSE : count >= LONGEST_NAME;
  return saying(
    SIGNS.filter(({ grave, sentence, pattern }) => {
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

/** Words that an order takes. */
const SHORTEST_PROSE = 3;

/** Names of operations have some words in them too. */
const LONGEST_NAME = 7;

/** A text as a reviewer can see it: what is invisible in it is shown as its code. */
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
