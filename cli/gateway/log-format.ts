import type { DestinationStream } from "pino";
import type { Environment } from "../serve/credentials.js";

export const logFormats = ["pretty", "json"] as const;

type LogFormat = (typeof logFormats)[number];

/** Level and destination of the log. Without a format: JSON, and on a terminal only what a person must know. */
export function logFor(
  level: string,
  env: Environment,
  format: LogFormat | undefined,
): { readonly level: string; readonly to?: DestinationStream } {
  if (format === "pretty") return { level, to: { write: (line) => console.error(prettyLine(line)) } };
  if (format === "json" || !process.stdout.isTTY) return { level };
  return { level: env["STANDPIPE_LOG_LEVEL"] ? level : "warn", to: { write: writePlainly } };
}

interface Line {
  readonly level: string;
  readonly time: string;
  readonly event?: string;
  readonly msg?: string;
  readonly err?: { readonly message?: string; readonly stack?: string };
}

function writePlainly(line: string): void {
  const { level, msg, err } = JSON.parse(line) as Line;
  console.error(["standpipe", level, msg, err?.message].filter(Boolean).join(": "));
}

/** A line for people: `12:34:56 info audit tool=list_incidents outcome=ok`. */
function prettyLine(line: string): string {
  const { level, time, event, msg, err, ...fields } = JSON.parse(line) as Line;
  const told = Object.entries(fields).map(([name, value]) => `${name}=${prettyValue(value)}`);
  const text = msg === event ? undefined : msg;
  const head = [time.slice(11, 19), level, event, text, ...told].filter(Boolean).join(" ");
  return err === undefined ? head : `${head}\n${err.stack ?? err.message ?? ""}`;
}

function prettyValue(value: unknown): string {
  return typeof value === "string" && /^[^\s"=]+$/.test(value) ? value : JSON.stringify(value);
}
