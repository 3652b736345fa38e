import type { Method } from "../../runtime/contract/tool.js";
import type { Input, Operation } from "../model/operation.js";
import { once } from "../model/once.js";
import { pointer, type ProblemList } from "../model/problem.js";
import { answerOf } from "./answer.js";
import { boundedInputs, type Source } from "./inputs.js";
import type { IsFilledIn } from "./parameters.js";
import { isPath, requirePath } from "./path.js";
import { proseOf } from "./prose.js";
import { list, record, resolve, text, type OpenApiDocument, type Raw } from "./raw.js";
import { MOST_LEVELS } from "./reading.js";
import { securityOf } from "./security.js";
import { ownPlace, type OriginOf } from "./servers.js";

/** Options for reading a contract. */
export interface Manner {
  /** Parameters that the runtime fills in, so they are not arguments. None by default. */
  readonly isFilledIn?: IsFilledIn;
  /** Which arguments ask for a credential that the runtime sends by itself; none unless given. */
  readonly isRepeated?: Source["isRepeated"];
  /** Levels to which answers are read; as many as requests unless given. */
  readonly answerLevels?: number;
  /** The ways in of an operation, where they are not the API's. */
  readonly waysOf?: (operation: Raw) => Operation["ways"];
  /** The name of an allowed origin that an operation of this key and server is sent to. */
  readonly originOf?: OriginOf;
}

/** Reads all operations of a contract. An operation that cannot be read is reported and left out. */
export function normalise(
  document: OpenApiDocument,
  at: string,
  problems: ProblemList,
  manner: Manner = {},
): Operation[] {
  const { isFilledIn = () => false, isRepeated = () => false } = manner;
  return Object.entries(record(document.paths)).flatMap(([path, pathItem]) => {
    if (!isPath(path)) return [];
    const item = reported(`${path}`, at + "#" + pointer("paths", path), problems, () =>
      withReferred(document, pathItem),
    );
    reportOtherMethods(record(item), { path, at }, problems);
    return METHODS.flatMap((method) => {
      const raw = item?.[method.toLowerCase()];
      if (item === undefined || raw === undefined || raw === null) return [];
      const where = at + "#" + pointer("paths", path, method.toLowerCase());
      const found = reported(`${method} ${path}`, where, problems, () => {
        const losses = new Set<string>();
        const report = (what: string) => void losses.add(what);
        const source = {
          document,
          path,
          method,
          item,
          raw: withReferred(document, raw),
          isFilledIn,
          isRepeated,
          report,
        };
        const operation = operationOf(source, manner);
        for (const what of losses) problems.warn("lost-in-part", where, `${method} ${path}: ${what}`);
        return operation;
      });
      return found ? [found] : [];
    });
  });
}

export const METHODS: readonly Method[] = [
  "GET",
  "HEAD",
  "POST",
  "PUT",
  "PATCH",
  "DELETE",
  "OPTIONS",
  "TRACE",
];

/** OpenAPI 3.2 has QUERY and methods of any name. */
function reportOtherMethods(
  { query, additionalOperations }: Raw,
  { path, at }: { readonly path: string; readonly at: string },
  problems: ProblemList,
): void {
  const others = query === undefined ? [] : ["QUERY"];
  for (const method of [...others, ...Object.keys(record(additionalOperations))])
    reported(`${method} ${path}`, at + "#" + pointer("paths", path), problems, () => {
      throw new Error(`Calls are not sent with the method ${method}.`);
    });
}

function reported<T>(what: string, where: string, problems: ProblemList, work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    problems.warn("operation-left-out", where, `${what} is left out: ${(error as Error).message}`);
    return undefined;
  }
}

/** An object, or the target of its reference merged with the keywords next to it. */
function withReferred(document: Raw, value: unknown): Raw {
  const { $ref: _, ...beside } = record(value);
  return { ...resolve(document, value), ...beside };
}

function operationOf(source: Source, { answerLevels = MOST_LEVELS, waysOf, originOf }: Manner): Operation {
  const { document, path, method, item, raw } = source;
  requirePath(path);
  const { inputs, body } = boundedInputs(source);
  const key = `${method} ${path}`;
  const { origin, prefix } = ownPlace({ document, item, operation: raw, key }, originOf);
  // An origin of its own has its own credentials.
  const ways = origin === undefined ? waysOf?.(raw) : undefined;
  const answer = once(() => answerOf(document, raw, answerLevels));
  return {
    key,
    method,
    path,
    ...(prefix ? { prefix } : {}),
    ...(origin === undefined ? {} : { origin }),
    operationId: text(raw.operationId),
    tags: list(raw.tags).filter((tag) => typeof tag === "string"),
    deprecated: raw.deprecated === true,
    security: securityOf(document, raw),
    ...(ways ? { ways } : {}),
    inputs,
    ...(body ? { body: { type: body.type, as: body.as, ...wholeOf(body.whole, inputs) } } : {}),
    // Few answers are ever used, and they are more than half of a contract.
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

function wholeOf(whole: string | undefined, inputs: readonly Input[]): { whole?: string } {
  return whole === undefined ? {} : { whole: inputs.find((input) => input.in === "body")!.argument };
}
