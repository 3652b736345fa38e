import { execFile } from "node:child_process";
import { constants } from "node:fs";
import { open, realpath } from "node:fs/promises";
import { sep } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { ReferenceFault } from "./fault.js";
import type { Reference, ReferenceKind } from "./reference.js";
import { isOwnVariable, type AllowedSource } from "./settings.js";

/** What a source is read with. */
export interface ReadFrom {
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Paths whose contents are never keys of accounts: the gateway's own secrets. */
  readonly forbidden: readonly string[];
}

const MOST_BYTES = 20_000;
const MOST_MS = 10_000;

/** The text of a key, read now. @throws ReferenceFault */
export async function readSource(
  { kind, source }: Reference,
  allowed: AllowedSource,
  from: ReadFrom,
): Promise<string> {
  const text = (await readers[kind](source, allowed, from)).trim();
  if (text === "") throw new ReferenceFault("its key is empty");
  return text;
}

type Reader = (source: string, allowed: AllowedSource, from: ReadFrom) => Promise<string>;

const readers: Readonly<Record<ReferenceKind, Reader>> = {
  file: (path, { value: folder }, { forbidden }) => withinTime(readKeyFile(path, folder, forbidden)),
  env: async (name, _allowed, { env }) => {
    if (env[name] === undefined) throw new ReferenceFault("the variable is not set");
    return env[name];
  },
  exec: (command, _allowed, { env }) => outputOf(command, env),
};

/** Kubernetes replaces a link in the path, so the real path is read each time. */
async function readKeyFile(path: string, folder: string, forbidden: readonly string[]): Promise<string> {
  try {
    const [real, top, ...own] = await Promise.all([
      realpath(path),
      realpath(folder),
      ...forbidden.map((one) => realpath(one).catch(() => one)),
    ]);
    if (!real.startsWith(top + sep)) throw new ReferenceFault("the file is a link out of the allowed folder");
    if (own.some((one) => real === one || real.startsWith(one + sep)))
      throw new ReferenceFault("the file has a secret of the gateway");
    return await contentOf(real);
  } catch (error) {
    if (error instanceof ReferenceFault) throw error;
    throw new ReferenceFault(
      `the file can't be read (${(error as NodeJS.ErrnoException).code ?? "unknown"})`,
    );
  }
}

async function contentOf(path: string): Promise<string> {
  // A pipe would wait for its other end.
  const file = await open(path, constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK);
  try {
    if (!(await file.stat()).isFile()) throw new ReferenceFault("it is not a file");
    const { buffer, bytesRead } = await file.read(Buffer.alloc(MOST_BYTES + 1), 0, MOST_BYTES + 1, 0);
    return textOf(buffer.subarray(0, bytesRead));
  } finally {
    await file.close();
  }
}

function textOf(bytes: Buffer): string {
  if (bytes.length > MOST_BYTES) throw new ReferenceFault(`it has more than ${MOST_BYTES} bytes`);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw new ReferenceFault("it is not text in UTF-8");
  }
}

/** A file system over a network may not answer. */
async function withinTime(reading: Promise<string>): Promise<string> {
  const ended = new AbortController();
  const late = delay(MOST_MS, undefined, { signal: ended.signal, ref: false }).then(() => {
    throw new ReferenceFault(`it was not read within ${MOST_MS / 1000} seconds`);
  });
  try {
    return await Promise.race([reading, late]);
  } finally {
    ended.abort();
    late.catch(() => {});
  }
}

/** Runs a command without a shell, and without the gateway's own secrets in its environment. */
function outputOf(command: string, env: ReadFrom["env"]): Promise<string> {
  const [file, ...args] = command.split(/\s+/) as [string, ...string[]];
  const given = Object.fromEntries(Object.entries(env).filter(([name]) => !isOwnVariable(name)));
  const limits = { timeout: MOST_MS, killSignal: "SIGKILL", maxBuffer: MOST_BYTES } as const;
  return new Promise((resolve, reject) => {
    const child = execFile(
      file,
      args,
      { ...limits, env: given, encoding: "buffer", windowsHide: true },
      (error, stdout) => {
        if (error) return reject(new ReferenceFault(commandFault(error)));
        try {
          resolve(textOf(stdout));
        } catch (fault) {
          reject(fault as Error);
        }
      },
    );
    child.stdin?.end();
  });
}

/** Its output and its arguments may contain a secret. */
function commandFault({
  code,
  killed,
}: {
  readonly code?: number | string | null;
  readonly killed?: boolean;
}) {
  if (code === "ERR_CHILD_PROCESS_STDIO_MAXBUFFER") return `the command wrote more than ${MOST_BYTES} bytes`;
  if (killed) return `the command did not end within ${MOST_MS / 1000} seconds`;
  return `the command failed (${code ?? "unknown"})`;
}
