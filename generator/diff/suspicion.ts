/** What makes a reviewer look twice at words: they address the model, or hide something. */
const SIGNS: readonly (readonly [RegExp, string])[] = [
  [/[\p{Cf}\p{Co}\u{FE00}-\u{FE0F}\u{E0000}-\u{E01EF}]/u, "holds invisible characters"],
  [
    /\b(?:ignore|disregard|forget|override)\b[^.]{0,40}\b(?:instruction|rule|prompt|above|previous|prior|earlier|guideline)/i,
    "tells the reader to ignore instructions",
  ],
  [
    /\b(?:always|never|(?:you )?(?:must|should)(?: not| never| always| also| first)?|make sure (?:to|you)|be sure to|do not|don['’]t|first|then|also)\s+(?:call|use|invoke|run|execute|send|include|read|fetch|ask|tell|mention|reveal|follow)\b/i,
    "commands the reader",
  ],
  [/\bimportant\s*[:!]|<important>/i, "commands the reader"],
  [
    /\b(?:before|after|instead of|whenever)\b[^.]{0,20}\b(?:calling|using|you (?:call|use))\b[^.]{0,20}\btools?\b/i,
    "orders when to call tools",
  ],
  [
    /\bsystem prompt\b|\byou are (?:now|an?)\b|\b(?:assistants?|language models?|LLMs?)\b/i,
    "addresses a model",
  ],
  [
    /\b(?:tell|telling|inform|reveal|mention|mentioning|hide|conceal)\b[^.]{0,30}\b(?:users?|anyone|operators?|humans?)\b/i,
    "says what to tell the user",
  ],
  [
    /\b(?:include|provide|send|share|reveal|output|append|attach|paste|pass|read|print|copy)\b[^.]{0,50}\b(?:api[ _-]?keys?|passwords?|credentials?|secrets?|tokens?|private keys?|environment variables?|ssh)\b/i,
    "asks for secrets",
  ],
  [/https?:\/\/|\bwww\.|\bdata:[a-z]+\//i, "holds a URL"],
  // A placeholder in the form of a value, such as `incident/<id>`, is no markup.
  [/(?<!\w\/)<\/?[a-z!][^>]*>|\[\/?INST\]|<\|[^|]*\|>|```/i, "holds markup"],
  [/[A-Za-z0-9+/]{60,}={0,2}/, "holds encoded text"],
];

/** Why a text looks like instructions to a model, or hides something; nothing where it doesn't. */
export function suspicions(text: string): string[] {
  return [...new Set(SIGNS.filter(([sign]) => sign.test(text)).map(([, says]) => says))];
}

/** A text as a reviewer can see it: what is invisible in it stands as its code. */
export function visible(text: string): string {
  return text.replaceAll(
    /[\p{Cc}\p{Cf}\p{Co}\p{Zl}\p{Zp}\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]/gu,
    (character) =>
      character === "\n" ? " " : `\\u{${character.codePointAt(0)!.toString(16).toUpperCase()}}`,
  );
}
