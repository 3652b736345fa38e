import { suggestion } from "../runtime/text/nearest.js";
import type { ChaosOptions } from "../sandbox/manners/chaos.js";
import { SettingsError } from "./settings.js";

/** The kinds of chaos, with the most that each takes; a switch takes nothing. */
const kinds: Readonly<Record<keyof ChaosOptions, number | "switch">> = {
  latency: 60_000,
  errors: 1,
  broken: 1,
  injection: "switch",
  storm: 100_000,
};

export const chaosHelp =
  "What goes wrong on purpose: latency=MS, errors=SHARE, broken=SHARE (answers cut short), injection " +
  "(instructions in incidents' text), storm=COUNT (requests refused with a 429)";

/**
 * Reads words such as `latency=200 errors=0.1 injection`.
 * @throws SettingsError for a kind that doesn't exist or a value that it doesn't take
 */
export function parseChaos(words: readonly string[]): Partial<ChaosOptions> {
  return Object.fromEntries(words.map(parseWord));
}

function parseWord(word: string): [string, number | boolean] {
  const [kind = "", value] = word.split("=");
  if (!isKind(kind)) throw new SettingsError(unknownKind(kind));
  const most = kinds[kind];
  if (most === "switch") {
    if (value !== undefined) throw new SettingsError(`--chaos ${kind} takes no value.`);
    return [kind, true];
  }
  const number = Number(value || Number.NaN);
  if (!(number >= 0 && number <= most))
    throw new SettingsError(`--chaos ${kind} takes a number from 0 to ${most}, such as ${kind}=${most / 2}.`);
  return [kind, number];
}

function isKind(kind: string): kind is keyof ChaosOptions {
  return Object.hasOwn(kinds, kind);
}

function unknownKind(kind: string): string {
  const near = suggestion(kind, Object.keys(kinds));
  return `There is no chaos called "${kind}".${near === undefined ? ` It is one of ${Object.keys(kinds).join(", ")}.` : ` Did you mean ${near}?`}`;
}
