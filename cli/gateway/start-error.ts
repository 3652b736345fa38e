import { statSync } from "node:fs";
import { CommandError } from "../command/errors.js";
import { explainListenError } from "../listening.js";

/** @throws CommandError where `--data` names something else than a folder */
export function requireFolder(data: string): void {
  const found = statSync(data, { throwIfNoEntry: false });
  if (found && !found.isDirectory())
    throw new CommandError(
      `--data ${data} is a file. Pass a folder; the gateway makes it where there is none.`,
    );
}

interface Places {
  readonly host: string;
  readonly port: number;
  readonly metricsPort?: number;
}

/** @throws CommandError that says why the gateway can't start, and the fix */
export function explainStartError(error: unknown, { host, port, metricsPort }: Places): never {
  const { syscall, code, path, port: taken, message } = error as NodeJS.ErrnoException & { port?: number };
  if (syscall === "listen" && taken !== undefined && taken === metricsPort)
    throw new CommandError(`Port ${taken} is in use (${code}). Set another STANDPIPE_METRICS_PORT.`);
  if (syscall === "listen" || syscall === "getaddrinfo") explainListenError(error, { host, port });
  if (path !== undefined)
    throw new CommandError(
      `--data: ${path} can't be used (${code}). Pass a folder that Standpipe may write.`,
    );
  throw new CommandError(message);
}
