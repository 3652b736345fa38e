/** Words that mark a field as secret at the end of its name: `api_key_secret`, `password_digest`. */
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

/** Names of secrets that are too short to search for at the end of other names. */
const SECRET_NAMES: ReadonlySet<string> = new Set(["token", "authorization", "pwd"]);

/** Whether a field's name marks a secret, ignoring case, `-` and `_`. */
export function looksSecret(field: string): boolean {
  const name = plainName(field);
  return SECRET_NAMES.has(name) || SECRET_ENDS.some((end) => name.endsWith(end));
}

/** A field's name for comparisons: `apiKey`, `api-key` and `api_key` are equal. */
export function plainName(field: string): string {
  return field.toLowerCase().replace(/[-_]/g, "");
}
