import type { Operation } from "../../model/operation.js";
import type { Raw } from "../../normalise/raw.js";
import { answerSchema, choicesOf, fieldsOf, rawOperations, successes } from "./answers.js";

/** A `poll:` block, as words files hold them. */
export interface PollSettings {
  /** `METHOD /path` of the operation that shows the state. */
  readonly tool: string;
  readonly arguments: Readonly<Record<string, string>>;
  readonly every_seconds: number;
  readonly at_most_seconds: number;
  readonly done: string;
  readonly failed?: string;
}

const DONE = "complete completed done finished succeeded success successful ready available active".split(
  " ",
);
const FAILED = "failed failure error errored cancelled canceled aborted rejected expired".split(" ");

/**
 * How an operation is followed that answers 202: by the GET whose id its answer holds, or that has the same ids in its
 * path, where that shows a `status` or `state`.
 */
export function guessPolling(
  document: Raw,
  operations: readonly Operation[],
): Readonly<Record<string, PollSettings>> {
  const raw = rawOperations(document);
  const shows = operations.filter(({ method }) => method === "GET");
  const found = operations.flatMap((operation): [string, PollSettings][] => {
    const given = raw.get(operation.key);
    if (operation.method === "GET" || !given || !answers202(document, given)) return [];
    for (const show of shows) {
      const poll = pollBy(document, operation, show, raw);
      if (poll) return [[operation.key, poll]];
    }
    return [];
  });
  return Object.fromEntries(found);
}

function answers202(document: Raw, operation: Raw): boolean {
  return successes(document, operation).some(([status]) => status === "202");
}

function pollBy(
  document: Raw,
  operation: Operation,
  show: Operation,
  raw: ReadonlyMap<string, Raw>,
): PollSettings | undefined {
  const needed = show.inputs.filter(({ required }) => required);
  if (needed.length === 0 || needed.some((input) => input.in !== "path")) return undefined;
  if (!isRelated(operation.path, show.path)) return undefined;
  const started = answerSchema(document, raw.get(operation.key)!);
  const answer = started ? fieldsOf(document, started) : new Map<string, Raw>();
  const given = needed.map(({ argument }): [string, string | undefined] => {
    const own = operation.inputs.some((input) => input.in === "path" && input.argument === argument);
    return [argument, own ? `arguments.${quoted(argument)}` : fieldFor(argument, show.path, answer)];
  });
  if (given.some(([, expression]) => expression === undefined)) return undefined;
  const states = statesOf(document, raw.get(show.key)!);
  if (!states) return undefined;
  return {
    tool: show.key,
    arguments: Object.fromEntries(given) as Record<string, string>,
    every_seconds: 5,
    at_most_seconds: 600,
    ...states,
  };
}

/** The same path, or one item of it, or any path whose id the answer must hold then. */
function isRelated(started: string, shown: string): boolean {
  if (shown === started || shown.startsWith(`${started}/{`)) return true;
  const last = shown.split("/").at(-1)!;
  return /^\{.+\}$/.test(last) && !/^\{(id|uuid)\}$/i.test(last);
}

/** The answer's field that an argument takes: of the same name, or `id` for the last id of the path. */
function fieldFor(argument: string, path: string, answer: ReadonlyMap<string, Raw>): string | undefined {
  const plain = (name: string) => name.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
  const same = [...answer.keys()].find((name) => plain(name) === plain(argument));
  const isLast = path.endsWith(`{${argument}}`);
  const name = same ?? (isLast && answer.has("id") ? "id" : undefined);
  return name === undefined ? undefined : `answer.${quoted(name)}`;
}

/** When the work is finished, by the words that the state has. */
function statesOf(document: Raw, show: Raw): Pick<PollSettings, "done" | "failed"> | undefined {
  const schema = answerSchema(document, show);
  if (!schema) return undefined;
  const fields = fieldsOf(document, schema);
  const place = stateIn(fields) ?? stateWithin(document, fields);
  if (!place) return undefined;
  const choices = choicesOf(document, place.field);
  const open = choices.length > 0 ? choices : [...DONE, ...FAILED].flatMap(casings);
  const those = (words: readonly string[]) => open.filter((choice) => words.includes(choice.toLowerCase()));
  const [done, failed] = [those(DONE), those(FAILED)];
  if (done.length === 0) return undefined;
  const holds = (words: readonly string[]) => `contains(\`${JSON.stringify(words)}\`, now.${place.path})`;
  return { done: holds(done), ...(failed.length > 0 ? { failed: holds(failed) } : {}) };
}

interface StatePlace {
  readonly path: string;
  readonly field: Raw;
}

function stateIn(fields: ReadonlyMap<string, Raw>): StatePlace | undefined {
  const path = ["status", "state"].find((name) => fields.has(name));
  return path === undefined ? undefined : { path, field: fields.get(path)! };
}

/** One level down, as in `{job: {status}}`. */
function stateWithin(document: Raw, fields: ReadonlyMap<string, Raw>): StatePlace | undefined {
  for (const [name, field] of fields) {
    const found = stateIn(fieldsOf(document, field));
    if (found) return { ...found, path: `${quoted(name)}.${found.path}` };
  }
  return undefined;
}

function casings(word: string): string[] {
  return [word, word.toUpperCase(), word[0]!.toUpperCase() + word.slice(1)];
}

/** A name as JMESPath takes it. */
function quoted(name: string): string {
  return /^[A-Za-z_]\w*$/.test(name) ? name : JSON.stringify(name);
}
