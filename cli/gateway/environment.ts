import { withSecretFiles } from "../../gateway/secrets/secret-files.js";
import { readSettings } from "../../gateway/settings.js";
import { CommandError } from "../command/errors.js";

/** The gateway's settings, and the environment with the values of secret files. @throws CommandError */
export function readEnvironment(flags: Readonly<Record<string, string | undefined>> = {}) {
  try {
    const given = Object.fromEntries(Object.entries(flags).filter(([, value]) => value !== undefined));
    const env = { ...withSecretFiles(process.env), ...given };
    return { env, settings: readSettings(env) };
  } catch (error) {
    throw new CommandError((error as Error).message);
  }
}
