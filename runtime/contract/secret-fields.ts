/** Words that make a field's name one of a secret, wherever they end it: `api_key_secret`, `password_digest`. */
const SECRET_ENDS: readonly string[] = [
  "password",
  "passwd",
  "passphrase",
  "passworddigest",
  "passwordhash",
  "secret",
  "secretkey",
  "apikey",
  "accesskey",
  "privatekey",
  "signingkey",
  "encryptionkey",
  "credential",
  "credentials",
  "accesstoken",
  "refreshtoken",
  "authtoken",
  "idtoken",
  "bearertoken",
  "apitoken",
  "sessiontoken",
];

/** Whole names of secrets that are too short to be looked for at the end of others. */
const SECRET_NAMES: ReadonlySet<string> = new Set(["token", "authorization", "pwd"]);

/** Whether a field's name says that it holds a secret, without regard to case, `-` and `_`. */
export function looksSecret(field: string): boolean {
  const name = plainName(field);
  return SECRET_NAMES.has(name) || SECRET_ENDS.some((end) => name.endsWith(end));
}

/** A field's name as it is compared: `apiKey`, `api-key` and `api_key` are one. */
export function plainName(field: string): string {
  return field.toLowerCase().replace(/[-_]/g, "");
}
