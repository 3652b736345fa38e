import { didYouMean } from "../describe/did-you-mean.js";
import type { PartialWords } from "../describe/words.js";
import type { Operation } from "../model/operation.js";
import type { ProblemList } from "../model/problem.js";
import { groupOf } from "../describe/describe.js";
import type { LoadedSettings, WordOverrides } from "./settings.js";

/** What settings and words file say of operations, by `METHOD /path`. */
export interface Overrides {
  readonly names: ReadonlyMap<string, string>;
  readonly words: ReadonlyMap<string, PartialWords>;
}

export interface OverrideSources {
  readonly settings: LoadedSettings;
  readonly words: WordOverrides;
  /** Where the words file is, for problems. */
  readonly wordsAt: string;
  /** How operations are followed that go on after their answer, by key: the settings' or guessed. */
  readonly polling: Readonly<Record<string, unknown>>;
}

/** Joins them. What names no operation is a problem. */
export function overridesOf(
  operations: readonly Operation[],
  { settings: { settings, at }, words, wordsAt, polling }: OverrideSources,
  problems: ProblemList,
): Overrides {
  const keys = new Set(operations.map(({ key }) => key));
  const groups = settings.groups ?? {};
  const usual = new Map(operations.map((operation) => [operation.key, groupOf(operation)]));
  report(Object.keys(settings.names ?? {}), keys, (key) => at(["names", key]), problems);
  report(Object.keys(settings.polling ?? {}), keys, (key) => at(["polling", key]), problems);
  report(Object.keys(groups), new Set([...keys, ...usual.values()]), (key) => at(["groups", key]), problems);
  report(Object.keys(words), keys, () => wordsAt, problems);
  const changed = operations.flatMap(({ key }): [string, PartialWords][] => {
    const group = own(groups, key) ?? own(groups, usual.get(key)!);
    const poll = own(polling, key);
    const said = own(words, key);
    if (group === undefined && poll === undefined && said === undefined) return [];
    const where = said === undefined ? at([poll === undefined ? "groups" : "polling", key]) : wordsAt;
    return [[key, { ...said, ...(group ? { group } : {}), ...(poll ? { poll } : {}), at: `${where}#` }]];
  });
  return { names: new Map(Object.entries(settings.names ?? {})), words: new Map(changed) };
}

function report(
  given: readonly string[],
  known: ReadonlySet<string>,
  at: (key: string) => string,
  problems: ProblemList,
): void {
  for (const key of given.filter((one) => !known.has(one)))
    problems.error("unknown-operation", at(key), `The document has no ${key}.`, didYouMean(key, known));
}

function own<Value>(values: Readonly<Record<string, Value>>, name: string): Value | undefined {
  return Object.hasOwn(values, name) ? values[name] : undefined;
}
