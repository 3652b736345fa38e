import { suggestion } from "../../runtime/index.js";
import type { ChaosOptions } from "../../sandbox/manners/chaos.js";
import { UsageError } from "../command/errors.js";
import { list, quoted } from "../command/flags.js";

/** The kinds of chaos with their maximum values. A switch has no value. */
const kinds: Readonly<Record<keyof ChaosOptions, number | "switch">> = {
  latency: 60_000,
  errors: 1,
  broken: 1,
  injection: "switch",
  storm: 100_000,
};

export const chaosFlag = list(
  "Faults to inject: latency=MS, errors=SHARE, broken=SHARE (answers cut short), injection " +
    "(instructions in the text of incidents), storm=COUNT (requests refused with a 429)",
);

/**
 * Parses words such as `latency=200 errors=0.1 injection`.
 * @throws UsageError for an unknown kind or an invalid value
 */
export function chaosOptions(words: readonly string[] = []): Partial<ChaosOptions> {
  return Object.fromEntries(words.map(readWord));
}

function readWord(word: string): [string, number | boolean] {
  const [kind = "", value] = word.split("=");
  if (!isKind(kind)) throw unknownKind(kind);
  const most = kinds[kind];
  if (most === "switch") {
    if (value !== undefined) throw new UsageError(`--chaos ${kind} takes no value. Write it alone.`);
    return [kind, true];
  }
  const number = Number(value || Number.NaN);
  if (number >= 0 && number <= most) return [kind, number];
  throw new UsageError(`--chaos ${kind} takes a number from 0 to ${most}, such as ${kind}=${most / 2}.`);
}

function isKind(kind: string): kind is keyof ChaosOptions {
  return Object.hasOwn(kinds, kind);
}

function unknownKind(kind: string): UsageError {
  const near = suggestion(kind, Object.keys(kinds));
  const hint = near === undefined ? "" : ` Did you mean ${near}?`;
  return new UsageError(`--chaos takes ${Object.keys(kinds).join(", ")}, not ${quoted(kind)}.${hint}`);
}
