/**
 * What stands before a key, where a description shows it: `Token token=<API_KEY>`, `'GenieKey $apiKey'`,
 * `Authorization: Bearer {token}`, "must be prefixed with GenieKey". Only a guess: a person reviews it in the settings.
 */
export function guessedPrefix(description: string): string | undefined {
  for (const pattern of [SHOWN, KNOWN, SAID]) {
    for (const [, word = "", more = ""] of description.matchAll(pattern)) {
      if (!NO_PREFIX.has(word.toLowerCase())) return `${word} ${more}`;
    }
  }
  return undefined;
}

/** The prefix that a scheme in `Authorization` is named after. Swagger 2.0 has no other way to declare a bearer token. */
export function prefixNamed(scheme: string): string | undefined {
  const [, word] = /^(bearer|token|geniekey|ssws)[-_]?(?:auth|token)?$/i.exec(scheme) ?? [];
  return word === undefined ? undefined : NAMED[word.toLowerCase()];
}

const NAMED: Readonly<Record<string, string>> = {
  bearer: "Bearer ",
  token: "Token ",
  geniekey: "GenieKey ",
  ssws: "SSWS ",
};

const PLACEHOLDER = String.raw`(?:<[^<>]{1,60}>|\{[^{}]{1,60}\}|\[[^[\]]{1,60}\]|\$\w+|your[-_ ]?\w+|x{3,}|\.{3}|\u2026)`;

/** A word in quotes or after a colon, and then what clearly is a place for a key. */
const SHOWN = new RegExp(
  String.raw`(?:^|[\x60'":=(])\s?([A-Za-z][A-Za-z-]{1,24})\s(token=)?["']?${PLACEHOLDER}`,
  "gi",
);

/** A usual word in quotes with a sample key after it. */
const KNOWN = /[`'":]\s?(Bearer|Token|GenieKey|ApiKey|Api-Key|SSWS)\s(token=)?(?:[\w.-]{5,}|\s*["'`])/g;

/** A usual word that the description calls a prefix. */
const SAID =
  /\b[Pp]refix(?:ed)?(?: (?:it|the|your|this|API|keys?|value))*:?(?: (?:with|by|is):?|(?<=:))(?: the)?(?: (?:word|string|text))? *[`'"]?(Bearer|Token|GenieKey|ApiKey|Api-Key|SSWS)\b *(token=)?/g;

const NO_PREFIX = new Set(
  "authorization header key value the a an with as is your example use by and or to".split(" "),
);
