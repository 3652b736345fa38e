import type { DestinationStream } from "pino";
import type { Environment } from "../serve/credentials.js";

/** Level and destination of the log: JSON on stderr. On a terminal, plain lines with what a person must know. */
export function logFor(
  level: string,
  env: Environment,
): { readonly level: string; readonly to?: DestinationStream } {
  if (!process.stdout.isTTY) return { level };
  return { level: env["STANDPIPE_LOG_LEVEL"] ? level : "warn", to: { write: writePlainly } };
}

function writePlainly(line: string): void {
  const { level, msg, err } = JSON.parse(line) as {
    readonly level: string;
    readonly msg?: string;
    readonly err?: { readonly message?: string };
  };
  console.error(["standpipe", level, msg, err?.message].filter(Boolean).join(": "));
}
