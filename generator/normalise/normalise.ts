import type { Method } from "../../runtime/contract/tool.js";
import type { Input, Operation } from "../model/operation.js";
import { pointer, type ProblemList } from "../model/problem.js";
import type { Shape } from "../model/shape.js";
import { nameArguments } from "./arguments.js";
import { bodyOf, type NormalBody } from "./body.js";
import { parametersOf, type IsFilledIn } from "./parameters.js";
import { fittingPath, isPath, requirePath } from "./path.js";
import { proseOf } from "./prose.js";
import { list, record, resolve, text, type OpenApiDocument, type Raw } from "./raw.js";
import { attempt, MOST_LEVELS, type Reading } from "./reading.js";
import { shapeOf } from "./schema.js";
import { securityOf } from "./security.js";
import { ownPrefix } from "./servers.js";
import { weightOfFields } from "./weight.js";

/** What a reading of a contract may be told beside it. */
export interface Manner {
  /** Which parameters are no arguments, because the runtime sends them by itself; none unless given. */
  readonly isFilledIn?: IsFilledIn;
  /** Levels to which answers are read; as many as requests unless given. */
  readonly answerLevels?: number;
}

/** Reads every operation of a contract. One that can't be taken is reported and left out; the others stay. */
export function normalise(
  document: OpenApiDocument,
  at: string,
  problems: ProblemList,
  { isFilledIn = () => false, answerLevels = MOST_LEVELS }: Manner = {},
): Operation[] {
  return Object.entries(record(document.paths)).flatMap(([path, pathItem]) => {
    if (!isPath(path)) return [];
    const item = reported(`${path}`, at + "#" + pointer("paths", path), problems, () =>
      itemOf(document, pathItem),
    );
    return METHODS.flatMap((method) => {
      const raw = item?.[method.toLowerCase()];
      if (item === undefined || raw === undefined || raw === null) return [];
      const where = at + "#" + pointer("paths", path, method.toLowerCase());
      const found = reported(`${method} ${path}`, where, problems, () => {
        return operationOf({ document, path, method, item, raw: record(raw), isFilledIn, answerLevels });
      });
      return found ? [found] : [];
    });
  });
}

const METHODS: readonly Method[] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"];

function reported<T>(what: string, where: string, problems: ProblemList, work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    problems.warn("operation-left-out", where, `${what} is left out: ${(error as Error).message}`);
    return undefined;
  }
}

/** What stands beside a path item's reference adds to it. */
function itemOf(document: Raw, pathItem: unknown): Raw {
  return { ...resolve(document, pathItem), ...record(pathItem) };
}

interface Source {
  readonly document: OpenApiDocument;
  readonly path: string;
  readonly method: Method;
  readonly item: Raw;
  readonly raw: Raw;
  readonly isFilledIn: IsFilledIn;
  readonly answerLevels: number;
}

function operationOf(source: Source): Operation {
  const { document, path, method, item, raw, answerLevels } = source;
  requirePath(path);
  const { inputs, body } = boundedInputs(source);
  const prefix = ownPrefix(document, item, raw);
  const answer = once(() => answerOf(document, raw, answerLevels));
  return {
    key: `${method} ${path}`,
    method,
    path,
    ...(prefix ? { prefix } : {}),
    operationId: text(raw.operationId),
    tags: list(raw.tags).filter((tag) => typeof tag === "string"),
    deprecated: raw.deprecated === true,
    security: securityOf(document, raw),
    inputs,
    ...(body ? { body: { type: body.type, as: body.as, ...wholeOf(body.whole, inputs) } } : {}),
    // Few answers are ever looked at, and they are the larger half of a contract.
    get answer() {
      return answer();
    },
    prose: {
      summary: proseOf(raw.summary, LONGEST_PROSE),
      description: proseOf(raw.description, LONGEST_PROSE),
    },
  };
}

const LONGEST_PROSE = 2_000;

interface Inputs {
  readonly inputs: readonly Input[];
  readonly body: NormalBody | undefined;
}

type Bounds = Pick<Reading, "levels" | "words">;

/**
 * The inputs at the most levels at which they stay within `MOST_CHARACTERS`, with shorter words where they would not
 * fit whole; what lies deeper is cut, with a note in its place. At no levels and without words they are taken as they
 * are.
 */
function boundedInputs(source: Source): Inputs {
  const whole = fitting(source, { levels: MOST_LEVELS, words: 300 });
  if (whole) return whole;
  let found: Inputs | undefined;
  for (let levels = 0; levels <= MOST_LEVELS; levels++) {
    const next = fitting(source, { levels, words: 120 });
    if (!next) break;
    found = next;
  }
  return found ?? inputsOf(source, { levels: 0, words: 0 });
}

/** About 3,000 tokens. */
const MOST_CHARACTERS = 12_000;

/** More than these never fit into as many characters. */
const MOST_SCHEMAS = 2_500;

function fitting(source: Source, bounds: Bounds): Inputs | undefined {
  const found = attempt(() => inputsOf(source, bounds));
  return found && weightOfInputs(found.inputs) <= MOST_CHARACTERS ? found : undefined;
}

function inputsOf({ document, path, method, item, raw, isFilledIn }: Source, bounds: Bounds): Inputs {
  const reading: Reading = { side: "request", files: false, schemas: MOST_SCHEMAS, ...bounds };
  const parameters = parametersOf(document, item, raw, isFilledIn, reading);
  // HTTP gives a body no meaning with these, so none can be sent.
  const body =
    method === "GET" || method === "HEAD" || method === "TRACE" ? undefined : bodyOf(document, raw, reading);
  return { inputs: nameArguments([...fittingPath(path, parameters), ...(body?.inputs ?? [])]), body };
}

function weightOfInputs(inputs: readonly Input[]): number {
  return weightOfFields(inputs.map((input) => ({ ...input, name: input.argument, words: input.prose })));
}

function once<T>(work: () => T): () => T {
  let done: { readonly value: T } | undefined;
  return () => (done ??= { value: work() }).value;
}

function wholeOf(whole: string | undefined, inputs: readonly Input[]): { whole?: string } {
  return whole === undefined ? {} : { whole: inputs.find((input) => input.in === "body")!.argument };
}

/** The answer on success, or nothing where the contract doesn't say, or says what can't be read. */
function answerOf(document: Raw, operation: Raw, levels: number): Operation["answer"] {
  try {
    const responses = record(operation.responses);
    const contents = Object.keys(responses)
      .filter((code) => code.startsWith("2"))
      .map((code) => record(resolve(document, responses[code]).content));
    const content = contents.find((types) => jsonOf(types) !== undefined) ?? {};
    const type = jsonOf(content);
    return type === undefined ? undefined : answerShape(document, record(content[type]).schema ?? {}, levels);
  } catch {
    return undefined;
  }
}

function answerShape(document: Raw, schema: unknown, levels: number): Shape | undefined {
  const reading: Reading = { side: "answer", files: false, levels, schemas: 20_000, words: 0 };
  const whole = attempt(() => shapeOf(document, schema, reading));
  return whole ?? attempt(() => shapeOf(document, schema, { ...reading, levels: 0 }));
}

function jsonOf(content: Raw): string | undefined {
  return Object.keys(content).find((name) => name.includes("json"));
}
