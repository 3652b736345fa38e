import type { Operation } from "../../model/operation.js";
import type { Raw } from "../../normalise/raw.js";
import { choicesOf, fieldsOf, type DeclaredAnswers } from "./answers.js";

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

/** Words that say that work is finished, whatever it is. */
const DONE = words("complete completed done finished succeeded success successful");
/** Words that mean it only if another state means that the work goes on. */
const READY = words("ready available active");
const FAILED = words("failed failure error errored cancelled canceled aborted rejected expired");
const OPEN = words(
  "pending queued waiting new started starting running processing in_progress in-progress inprogress working creating",
);

function words(text: string): readonly string[] {
  return text.split(" ");
}

/**
 * How an operation is followed that answers 202: by the GET that takes an id of its answer and shows a `status` or
 * `state`.
 */
export function guessPolling(
  answers: DeclaredAnswers,
  operations: readonly Operation[],
): Readonly<Record<string, PollSettings>> {
  const shows = operations.filter(({ method, path }) => method === "GET" && path.endsWith("}"));
  const found = operations.flatMap((operation): [string, PollSettings][] => {
    const { key, method } = operation;
    if (method === "GET" || method === "DELETE" || !answers.declares(key, "202")) return [];
    const started = answers.fields(key);
    for (const show of started.size === 0 ? [] : shows) {
      const poll = pollBy(answers, operation, started, show);
      if (poll) return [[key, poll]];
    }
    return [];
  });
  return Object.fromEntries(found);
}

function pollBy(
  answers: DeclaredAnswers,
  operation: Operation,
  started: ReadonlyMap<string, Raw>,
  show: Operation,
): PollSettings | undefined {
  const needed = show.inputs.filter(({ required }) => required);
  if (needed.some((input) => input.in !== "path")) return undefined;
  const own = new Set(
    operation.inputs.filter((input) => input.in === "path").map(({ argument }) => argument),
  );
  const given = needed.map(({ argument }): [string, string | undefined] => [
    argument,
    show.path.endsWith(`{${argument}}`)
      ? idIn(started, argument, operation.path, show.path)
      : own.has(argument)
        ? `arguments.${quoted(argument)}`
        : undefined,
  ]);
  if (given.some(([, expression]) => expression === undefined)) return undefined;
  const states = statesOf(answers, show.key);
  if (!states) return undefined;
  return {
    tool: show.key,
    arguments: Object.fromEntries(given) as Record<string, string>,
    every_seconds: 5,
    at_most_seconds: 600,
    ...states,
  };
}

/** The answer's field of the argument's name; or its `id`, where the GET is one item of what was called. */
function idIn(
  answer: ReadonlyMap<string, Raw>,
  argument: string,
  started: string,
  shown: string,
): string | undefined {
  const plain = (name: string) => name.toLowerCase().replaceAll(/[^a-z0-9]/g, "");
  const isGeneral = plain(argument) === "id";
  const same = isGeneral ? undefined : [...answer.keys()].find((name) => plain(name) === plain(argument));
  const isOne = shown === `${started}/{${argument}}`;
  const name = same ?? (isOne && answer.has("id") ? "id" : undefined);
  return name === undefined ? undefined : `answer.${quoted(name)}`;
}

/** When the work is finished, by the words that the state has. */
function statesOf(
  { document, fields: fieldsBy }: DeclaredAnswers,
  key: string,
): Pick<PollSettings, "done" | "failed"> | undefined {
  const fields = fieldsBy(key);
  const place = stateIn(fields) ?? stateWithin(document, fields);
  if (!place) return undefined;
  const choices = choicesOf(document, place.field);
  const known = choices.length > 0 ? choices : [...DONE, ...FAILED].flatMap(casings);
  const those = (wanted: readonly string[]) =>
    known.filter((choice) => wanted.includes(choice.toLowerCase()));
  const done = those(those(OPEN).length > 0 ? [...DONE, ...READY] : DONE);
  const failed = those(FAILED);
  if (done.length === 0) return undefined;
  const holds = (wanted: readonly string[]) => `contains(\`${JSON.stringify(wanted)}\`, now.${place.path})`;
  return { done: holds(done), ...(failed.length > 0 ? { failed: holds(failed) } : {}) };
}

interface StateField {
  readonly path: string;
  readonly field: Raw;
}

function stateIn(fields: ReadonlyMap<string, Raw>): StateField | undefined {
  const path = ["status", "state"].find((name) => fields.has(name));
  return path === undefined ? undefined : { path, field: fields.get(path)! };
}

/** One level down, as in `{job: {status}}`. */
function stateWithin(document: Raw, fields: ReadonlyMap<string, Raw>): StateField | undefined {
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
