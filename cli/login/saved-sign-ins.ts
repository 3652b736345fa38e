import { randomBytes } from "node:crypto";
import { chmod, mkdir, readFile, rename, stat, writeFile } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { CommandError } from "../command/errors.js";

/** A sign-in of `standpipe login`, which later commands use. */
export interface SavedSignIn {
  readonly token: string;
  readonly person: string;
  readonly expires_at: string;
}

type ByGateway = Readonly<Record<string, SavedSignIn>>;

/** In the user's folder for settings. Only the user can read it. */
export function signInsFile(env = process.env): string {
  const folder = env["XDG_CONFIG_HOME"] || env["APPDATA"] || join(homedir(), ".config");
  return join(folder, "standpipe", "sign-ins.json");
}

/** @throws CommandError for a file that others can read */
export async function findSignIn(gateway: string): Promise<SavedSignIn | undefined> {
  const saved = await readSignIns();
  return Object.hasOwn(saved, gateway) ? saved[gateway] : undefined;
}

/** Keeps a sign-in, or forgets it. */
export async function saveSignIn(gateway: string, signIn: SavedSignIn | undefined): Promise<void> {
  const { [gateway]: _, ...others } = await readSignIns();
  await writeSignIns(signIn ? { ...others, [gateway]: signIn } : others);
}

async function readSignIns(): Promise<ByGateway> {
  const file = signInsFile();
  const mode = await stat(file).then(
    (found) => found.mode,
    () => undefined,
  );
  if (mode === undefined) return {};
  if (process.platform !== "win32" && (mode & 0o077) !== 0)
    throw new CommandError(`Other users can read ${file}, which holds your sign-in. Run: chmod 600 ${file}`);
  try {
    return JSON.parse(await readFile(file, "utf8")) as ByGateway;
  } catch {
    throw new CommandError(`${file} cannot be read. Delete it, and run standpipe login again.`);
  }
}

/** A new file takes the place of the old one, so that no other mode is ever on it. */
async function writeSignIns(saved: ByGateway): Promise<void> {
  const file = signInsFile();
  const fresh = `${file}.${randomBytes(6).toString("hex")}`;
  await mkdir(dirname(file), { recursive: true, mode: 0o700 });
  await writeFile(fresh, `${JSON.stringify(saved, undefined, 2)}\n`, { mode: 0o600, flag: "wx" });
  await chmod(fresh, 0o600);
  await rename(fresh, file);
}
