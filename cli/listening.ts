import { UnguardedError } from "../runtime/index.js";
import { CommandError } from "./command/errors.js";
import { number, text } from "./command/flags.js";

/** The host and port of a command, and their flags. */
export const listenFlags = (port: number) => ({
  host: text("Address to listen on", { default: "127.0.0.1" }),
  port: number("Port to listen on; 0 takes a free one", { least: 0, most: 65_535, default: port }),
});

/** Says why a command cannot listen at `--host` and `--port`. Other errors are rethrown. */
export function explainListenError(error: unknown, { host, port }: { host: string; port: number }): never {
  if (error instanceof UnguardedError) throw new CommandError(`--host ${host}: ${error.message}`);
  const code = (error as { code?: unknown }).code;
  const explanation = typeof code === "string" ? explanations[code]?.(host, port) : undefined;
  throw explanation === undefined ? error : new CommandError(explanation);
}

const noSuchHost = (host: string) =>
  `--host ${host} is not an address of this machine. Pass one of its addresses, such as --host 127.0.0.1.`;

const explanations: Readonly<Record<string, (host: string, port: number) => string>> = {
  EADDRINUSE: (_host, port) => `Port ${port} is in use. Stop the other process, or pass another --port.`,
  EACCES: (_host, port) => `Standpipe may not listen on port ${port}. Pass a --port from 1024 on.`,
  EADDRNOTAVAIL: noSuchHost,
  ENOTFOUND: noSuchHost,
  EAI_AGAIN: noSuchHost,
};
