import { looksSecret, plainName } from "../contract/secret-fields.js";
import type { Redactor } from "./sanitise.js";

export interface RedactionOptions {
  /** Further field names whose values are hidden, without regard to case, `-` and `_`. */
  readonly fields?: readonly string[];
  /** Field names that look secret and whose values may be shown. */
  readonly open?: readonly string[];
  /** Further patterns to hide in any text; they need the flag `g`. */
  readonly patterns?: readonly RegExp[];
  /** Hide e-mail addresses too. */
  readonly emails?: boolean;
  /** What the API's keys begin with; texts that look like one are hidden. */
  readonly keyStarts?: string;
}

/** Secrets that are known by their look: Slack, GitHub, AWS, JSON Web Tokens, bearer headers, private keys. */
const SECRET_TEXT = new RegExp(
  [
    "\\bxox[abeoprs]-[A-Za-z0-9-]{10,}",
    "\\bgh[opsru]_[A-Za-z0-9]{30,}",
    "\\bgithub_pat_[A-Za-z0-9_]{30,}",
    "\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b",
    "\\beyJ[A-Za-z0-9_-]{8,}\\.eyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]+",
    "\\bBearer [A-Za-z0-9._~+/-]{20,}=*",
    "-----BEGIN [A-Z ]{0,30}PRIVATE KEY-----[^-]*(?:-----END [A-Z ]{0,30}PRIVATE KEY-----)?",
  ].join("|"),
  "g",
);

const EMAIL = /[A-Za-z0-9._%+-]{1,64}@[A-Za-z0-9-]{1,63}(?:\.[A-Za-z0-9-]{1,63}){1,8}/g;

/**
 * What hides secrets in results and logs: by the field's name, and by the secret's look.
 * @param conceal hides what is known by its very text, such as the account's key
 */
export function createRedactor(options: RedactionOptions = {}, conceal = (text: string) => text): Redactor {
  const { fields = [], open = [], patterns = [], emails = false, keyStarts } = options;
  const names = new Set(fields.map(plainName));
  const opened = new Set(open.map(plainName));
  const looks = [
    SECRET_TEXT,
    ...(keyStarts ? [keyPattern(keyStarts)] : []),
    ...(emails ? [EMAIL] : []),
    ...patterns,
  ];
  // A list repeats its few names in every item.
  const known = new Map<string, boolean>();

  function hides(field: string): boolean {
    const before = known.get(field);
    if (before !== undefined) return before;
    if (known.size >= MOST_KNOWN) known.clear();
    const name = plainName(field);
    const isHidden = names.has(name) || (looksSecret(field) && !opened.has(name));
    known.set(field, isHidden);
    return isHidden;
  }

  return {
    hides,
    text: (text) => looks.reduce((left, look) => left.replace(look, "[redacted]"), conceal(text)),
  };
}

/** What a list of words asks to hide: fields of these names and, by `emails`, addresses wherever they stand. */
export function redactionOf(words: readonly string[] = []): RedactionOptions {
  return { fields: words, emails: words.includes("emails") };
}

/** Keys of an API, by what they begin with. */
function keyPattern(starts: string): RegExp {
  const escaped = starts.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
  return new RegExp(`(?<![A-Za-z0-9])${escaped}[A-Za-z0-9_-]{16,}`, "g");
}

const MOST_KNOWN = 2_000;
