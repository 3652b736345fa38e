import { mkdirSync } from "node:fs";
import { CommandError } from "../command/errors.js";
import { explainListenError } from "../listening.js";

/** @throws CommandError if `--data` is not a folder and cannot be created */
export function requireFolder(data: string): void {
  try {
    mkdirSync(data, { recursive: true, mode: 0o700 });
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const isFile = code === "EEXIST" || code === "ENOTDIR";
    const why = isFile ? "is a file, or is inside a path that is a file" : `can't be made (${code})`;
    throw new CommandError(`--data ${data} ${why}. Pass a folder.`);
  }
}

interface Listened {
  readonly host: string;
  readonly port: number;
  readonly metricsPort?: number;
}

/** @throws CommandError that says why the gateway cannot start, and the fix */
export function explainStartError(error: unknown, { host, port, metricsPort }: Listened): never {
  const { syscall, code, path, port: taken, message } = error as NodeJS.ErrnoException & { port?: number };
  if (syscall === "listen" && taken !== undefined && taken === metricsPort)
    throw new CommandError(`Port ${taken} is in use (${code}). Set another STANDPIPE_METRICS_PORT.`);
  if (syscall === "listen" || syscall === "getaddrinfo") explainListenError(error, { host, port });
  if (code === "ERR_MODULE_NOT_FOUND" && message.includes("libsql"))
    throw new CommandError(
      "SQLite needs the package libsql, which is not installed. Run npm install libsql in the program's folder, or set DATABASE_URL to a PostgreSQL database.",
    );
  if (path !== undefined)
    throw new CommandError(
      `--data: ${path} can't be used (${code}). Pass a folder that Standpipe may write.`,
    );
  throw new CommandError(message);
}
