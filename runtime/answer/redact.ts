import type { Field, Redactor } from "./sanitise.js";
import { hideEmails, hideSecrets } from "./secret-text.js";

export interface RedactionOptions {
  /** Further field names whose values are hidden, without regard to case, `-` and `_`. */
  readonly fields?: readonly string[];
  /** Hide e-mail addresses too. */
  readonly emails?: boolean;
}

const SECRET_FIELDS = [
  "password",
  "passwd",
  "secret",
  "token",
  "api_key",
  "access_key",
  "access_token",
  "refresh_token",
  "auth_token",
  "id_token",
  "bearer_token",
  "client_secret",
  "secret_key",
  "signing_secret",
  "shared_secret",
  "webhook_secret",
  "private_key",
  "authorization",
];

/**
 * Hides secrets in results and logs: by the field's name, and by the secret's form.
 * @param conceal hides what is known by its very text, such as the account's key
 */
export function createRedactor(options: RedactionOptions = {}, conceal = (text: string) => text): Redactor {
  const { fields = [], emails = false } = options;
  const secretNames = new Set([...SECRET_FIELDS, ...fields].map(plainName));
  const text = (given: string) => {
    const hidden = hideSecrets(conceal(given));
    return emails ? hideEmails(hidden) : hidden;
  };
  // A list repeats its few names in every item.
  const known = new Map<string, Field>();

  function field(name: string): Field {
    const before = known.get(name);
    if (before) return before;
    const made = { name: text(name), isSecret: secretNames.has(plainName(name)) };
    if (known.size >= MOST_KNOWN) known.clear();
    if (name.length <= MOST_OF_A_NAME) known.set(name, made);
    return made;
  }

  return { field, text };
}

/** What a list of words asks to hide: fields of these names and, by `emails`, addresses wherever they stand. */
export function redactionOf(words: readonly string[] = []): RedactionOptions {
  return { fields: words, emails: words.includes("emails") };
}

const MOST_KNOWN = 2_000;
const MOST_OF_A_NAME = 100;

function plainName(field: string): string {
  return field.toLowerCase().replace(/[-_]/g, "");
}
