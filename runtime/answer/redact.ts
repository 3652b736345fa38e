import type { Redactor } from "./sanitise.js";

export interface RedactionOptions {
  /** Further field names whose values are hidden, without regard to case, `-` and `_`. */
  readonly fields?: readonly string[];
  /** Further patterns to hide in any text; they need the flag `g`. */
  readonly patterns?: readonly RegExp[];
  /** Hide e-mail addresses too. */
  readonly emails?: boolean;
  /** Texts that must never be seen, such as the server's own key. */
  readonly secrets?: readonly string[];
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

/** Secrets that are known by their look: FireHydrant, Slack, GitHub, AWS, JSON Web Tokens, bearer headers, private keys. */
const SECRET_TEXT = new RegExp(
  [
    "\\bfhb-[A-Za-z0-9_-]{16,}",
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

/** What hides secrets in results and logs: by the field's name, by the secret's look, and by its very text. */
export function createRedactor({ fields = [], patterns = [], emails = false, secrets = [] }: RedactionOptions = {}): Redactor {
  const names = new Set([...SECRET_FIELDS, ...fields].map(plainName));
  const looks = [SECRET_TEXT, ...(emails ? [EMAIL] : []), ...patterns];
  const texts = secrets.filter((secret) => secret.length > 0);
  return {
    hides: (field) => names.has(plainName(field)),
    text(text) {
      let left = text;
      for (const secret of texts) if (left.includes(secret)) left = left.replaceAll(secret, "[redacted]");
      for (const look of looks) left = left.replace(look, "[redacted]");
      return left;
    },
  };
}

function plainName(field: string): string {
  return field.toLowerCase().replace(/[-_]/g, "");
}
