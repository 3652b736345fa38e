import { pino, type DestinationStream, type Logger } from "pino";
import { createRedactor } from "../../runtime/index.js";
import { hideTokens } from "../secrets/token.js";
import { createLineWriter } from "./line-writer.js";

export interface LoggerOptions {
  /** Prefixes of the served APIs' keys. */
  readonly keyStarts?: readonly string[];
  readonly to?: DestinationStream;
}

/** Writes lines of JSON to stderr. Everything that looks like a secret is redacted last, wherever it came from. */
export function createLogger(level: string, { keyStarts, to = stderrLines() }: LoggerOptions = {}): Logger {
  const secrets = createRedactor({ keyStarts });
  return pino(
    {
      level,
      base: undefined,
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      hooks: { streamWrite: (line) => secrets.text(hideTokens(line)) },
      serializers: { err: errorLine },
    },
    to,
  );
}

function stderrLines(): DestinationStream {
  if (lines) return lines;
  const writer = createLineWriter(2);
  process.once("exit", writer.end);
  return (lines = writer);
}

let lines: DestinationStream | undefined;

/** An error without the data that libraries attach: requests, connection strings, query parameters. */
function errorLine(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const { name, message, stack } = error;
  const code = (error as { code?: unknown }).code;
  return { type: name, message, stack, ...(typeof code === "string" ? { code } : {}) };
}
