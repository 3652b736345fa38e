import { looksSecret, plainName } from "../contract/secret-fields.js";
import type { Field, Redactor } from "./sanitise.js";
import { hideEmails, hideSecrets } from "./secret-text.js";

export interface RedactionOptions {
  /** More field names whose values are redacted, ignoring case, `-` and `_`. */
  readonly fields?: readonly string[];
  /** Field names that look secret but may be shown. */
  readonly open?: readonly string[];
  /** Redact e-mail addresses too. */
  readonly emails?: boolean;
  /** The prefix of the API's keys. Texts that look like a key are redacted. */
  readonly keyStarts?: string | readonly string[];
}

/**
 * Redacts secrets in results and logs, by the field's name and by the secret's form.
 * @param conceal redacts known texts, such as the account's key
 */
export function createRedactor(options: RedactionOptions = {}, conceal = (text: string) => text): Redactor {
  const { fields = [], open = [], emails = false, keyStarts } = options;
  const names = new Set(fields.map(plainName));
  const opened = new Set(open.map(plainName));
  const keys = [keyStarts ?? []].flat().map(keyPattern);
  // A list repeats few names in every item, so names are cached.
  const known = new Map<string, Field>();

  function text(given: string): string {
    const seen = conceal(given);
    const hidden = hideSecrets(keys.reduce((left, key) => left.replace(key, "[redacted]"), seen));
    return emails ? hideEmails(hidden) : hidden;
  }

  function isSecret(name: string): boolean {
    const plain = plainName(name);
    return names.has(plain) || (looksSecret(name) && !opened.has(plain));
  }

  function field(name: string): Field {
    const before = known.get(name);
    if (before) return before;
    const made = { name: text(name), isSecret: isSecret(name) };
    if (known.size >= MOST_KNOWN) known.clear();
    if (name.length <= MOST_OF_A_NAME) known.set(name, made);
    return made;
  }

  return { field, text };
}

/** The redaction that a list of words asks for: `emails` means addresses everywhere, other words are field names. */
export function redactionOf(words: readonly string[] = []): RedactionOptions {
  return { fields: words, emails: words.includes("emails") };
}

/** Keys of an API, by their prefix. */
function keyPattern(starts: string): RegExp {
  const escaped = starts.replace(/[.*+?^${}()|[\]\\/-]/g, "\\$&");
  return new RegExp(`(?<![A-Za-z0-9])${escaped}[A-Za-z0-9_-]{16,}`, "g");
}

const MOST_KNOWN = 2_000;
const MOST_OF_A_NAME = 100;
