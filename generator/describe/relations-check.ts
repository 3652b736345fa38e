import type { Operation } from "../model/operation.js";
import { pointer, type Fix, type ProblemList } from "../model/problem.js";
import type { Place, Relation, RelationSource } from "./relation.js";
import { didYouMean } from "./did-you-mean.js";
import { plainFields, presenceOf, type PlainField } from "./relations-fields.js";

/** The relation that claimed each input, by `operation place argument`. */
export type Claims<Claimant> = Map<string, { readonly claimant: Claimant; readonly name: string }>;

/** The inputs that a relation claims: `body severity`, on all operations that have it or on the listed ones. */
type ClaimedInputs = Readonly<Record<string, "all" | readonly string[]>>;

type Operations = ReadonlyMap<string, Operation>;
type Inputs = ReadonlyMap<string, readonly string[]>;

/** Checks a relation's sources against the contract: operations must exist, and their answers must have the fields. */
export function checkSources(
  relation: Relation,
  at: string,
  operations: Operations,
  problems: ProblemList,
): void {
  for (const [index, source] of relation.from.entries()) {
    const where = at + pointer("from", String(index));
    const operation = operations.get(source.operation);
    const report: Report = (code, what, fix) => problems.error(code, `${where}/field`, what, fix);
    if (operation) checkFields(relation, source, operation, report);
    else reportUnknown(source.operation, `${where}/operation`, operations, problems);
  }
  for (const named of relation.takes?.matchAll(/<([^>]+)>/g) ?? []) {
    if (relation.from.every(({ field }) => field.endsWith(named[1]!))) continue;
    problems.error(
      "unknown-field",
      `${at}/takes`,
      `No source gives ${named[0]}.`,
      "name the last part of the field",
    );
  }
}

/** An entry of relations.yaml that claims inputs. */
export interface Claiming<Claimant> {
  readonly claimed: ClaimedInputs;
  readonly claimant: Claimant;
  readonly name: string;
  /** Its place in the file. */
  readonly at: string;
}

/**
 * Claims all inputs that an entry names. It is a problem if no operation has the input, or if it is claimed already.
 */
export function claimInputs<Claimant>(
  { claimed, claimant, name, at }: Claiming<Claimant>,
  inputs: Inputs,
  [own, ...others]: readonly [Claims<Claimant>, ...Claims<unknown>[]],
  problems: ProblemList,
): void {
  for (const [input, listed] of Object.entries(claimed)) {
    const where = at + pointer("inputs", input);
    for (const key of operationsWith({ input, listed, at: where }, inputs, problems)) {
      const claim = `${key} ${input}`;
      const before = [own, ...others].map((claims) => claims.get(claim)).find((found) => found !== undefined);
      if (before) {
        const what = `${input} of ${key} is claimed by "${before.name}" and by "${name}".`;
        problems.error("claimed-twice", where, what, "list the operations of each instead of all");
        continue;
      }
      own.set(claim, { claimant, name });
    }
  }
}

/** All members of an operation's arguments that take a plain value, with their places. */
export function plainArguments(operation: Operation): (PlainField & { readonly place: Place })[] {
  return operation.inputs.flatMap(({ in: place, argument, shape }) => {
    if (place === "header" || place === "cookie") return [];
    return plainFields(shape, MOST_LEVELS, argument).map((field) => ({ ...field, place }));
  });
}

/** The inputs of each operation, as relations name them: `body severity`. */
export function inputsOf(operations: readonly Operation[]): Inputs {
  return new Map(
    operations.map((operation) => {
      return [operation.key, plainArguments(operation).map(({ place, path }) => `${place} ${path}`)];
    }),
  );
}

/** No body in a contract is deeper. */
const MOST_LEVELS = 8;

type Report = (code: string, what: string, fix?: Fix) => void;

function checkFields(
  { certainty, ...relation }: Relation,
  { field, match = relation.match }: RelationSource,
  { key, answer }: Operation,
  report: Report,
): void {
  const item = field.includes(".") ? field.slice(0, field.lastIndexOf(".") + 1) : "";
  for (const path of [
    field,
    ...match.map((name) => item + name),
    ...(relation.owner ? [item + relation.owner] : []),
  ]) {
    const presence = presenceOf(path, answer);
    if (presence === "absent") {
      const fix = didYouMean(
        path,
        plainFields(answer, 4).map(({ path }) => path),
      );
      report("unknown-field", `The answer of ${key} has no field ${path}.`, fix);
    }
    if (presence === "untyped" && certainty === "known") {
      const what = `The contract has no type for ${path} in the answer of ${key}, so it cannot be checked.`;
      report("untyped-field", what, "say certainty: inferred");
    }
  }
}

function operationsWith(
  { input, listed, at }: { input: string; listed: "all" | readonly string[]; at: string },
  inputs: Inputs,
  problems: ProblemList,
): readonly string[] {
  if (listed === "all") {
    const keys = [...inputs.keys()].filter((key) => inputs.get(key)!.includes(input));
    if (keys.length > 0) return keys;
    problems.error(
      "unknown-input",
      at,
      `No operation has an input ${input}.`,
      didYouMean(input, new Set([...inputs.values()].flat())),
    );
    return [];
  }
  return listed.filter((key) => {
    const own = inputs.get(key);
    if (own === undefined) reportUnknown(key, at, inputs, problems);
    else if (!own.includes(input)) {
      problems.error("unknown-input", at, `${key} has no input ${input}.`, didYouMean(input, own));
    }
    return own?.includes(input);
  });
}

function reportUnknown(
  key: string,
  at: string,
  known: ReadonlyMap<string, unknown>,
  problems: ProblemList,
): void {
  problems.error(
    "unknown-operation",
    at,
    `The contract has no operation ${key}.`,
    didYouMean(key, known.keys()),
  );
}
