import { readFileSync } from "node:fs";

/** Secrets in files, as containers have them: `<NAME>_FILE` is the path of a file with the value of `<NAME>`. */
const names = [
  "DATABASE_URL",
  "STANDPIPE_ADMIN_TOKEN",
  "STANDPIPE_APPROVAL_MAIL",
  "STANDPIPE_APPROVAL_SLACK",
  "STANDPIPE_APPROVAL_WEBHOOK_SECRET",
  "STANDPIPE_AUDIT_WEBHOOK_SECRET",
  "STANDPIPE_OIDC_CLIENT_KEY",
  "STANDPIPE_OIDC_CLIENT_SECRET",
  "STANDPIPE_SECRET_KEY",
  "STANDPIPE_SECRET_KEY_PREVIOUS",
  "STANDPIPE_TOKEN",
] as const;

type Environment = Readonly<Record<string, string | undefined>>;

/**
 * The environment with the values of such files.
 * @throws Error for an unreadable file, and if both value and file are set
 */
export function withSecretFiles(env: Environment): Environment {
  return { ...env, ...Object.fromEntries(names.flatMap((name) => fromFile(env, name))) };
}

/** The paths of such files. */
export function secretFilePaths(env: Environment): string[] {
  return names.flatMap((name) => env[`${name}_FILE`] || []);
}

function fromFile(env: Environment, name: string): [string, string][] {
  const path = env[`${name}_FILE`];
  if (!path) return [];
  if (env[name]) throw new Error(`${name} and ${name}_FILE are both set. Remove one of them.`);
  return [[name, read(path, `${name}_FILE`)]];
}

function read(path: string, variable: string): string {
  try {
    return readFileSync(path, "utf8").trim();
  } catch (error) {
    throw new Error(`${variable}: ${path} can't be read (${(error as NodeJS.ErrnoException).code}).`);
  }
}
