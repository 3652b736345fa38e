import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { splitAtCommas } from "../../runtime/index.js";

/** The vault's secrets as text. `previous` ones only decrypt. */
export interface SecretKeys {
  readonly current: string;
  readonly previous: readonly string[];
}

const fewestCharacters = 32;

/**
 * STANDPIPE_SECRET_KEY, else the folder's `secret.key`, which is created with mode 0600 if it is missing.
 * STANDPIPE_SECRET_KEY_PREVIOUS has previous ones, separated by commas.
 * @throws Error for a secret that is too short
 */
export function readSecretKeys(
  env: Readonly<Record<string, string | undefined>>,
  folder: string,
): SecretKeys {
  const previous = splitAtCommas(env["STANDPIPE_SECRET_KEY_PREVIOUS"] ?? "");
  const path = join(folder, "secret.key");
  const given = env["STANDPIPE_SECRET_KEY"]?.trim();
  // A key in the environment replaces the file's key, which must still decrypt.
  const replaced = given && existsSync(path) ? [readFileSync(path, "utf8").trim()] : [];
  const keys = {
    current: given || keyFile(path, folder),
    previous: [...previous, ...replaced].filter(Boolean),
  };
  for (const key of [keys.current, ...keys.previous]) {
    if (key.length < fewestCharacters) throw new Error(tooShort);
  }
  return { current: keys.current, previous: keys.previous.filter((key) => key !== keys.current) };
}

function keyFile(path: string, folder: string): string {
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  if (!existsSync(path)) {
    const secret = `${randomBytes(32).toString("base64url")}\n`;
    writeFileSync(path, secret, { mode: 0o600, flag: "wx", flush: true });
  }
  return readFileSync(path, "utf8").trim();
}

const tooShort =
  `A secret key needs at least ${fewestCharacters} characters: ` +
  'make one with "openssl rand -base64 32" and set it as STANDPIPE_SECRET_KEY.';
