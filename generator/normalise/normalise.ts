import type { Method } from "../../runtime/tool.js";
import type { Input, Operation } from "../model/operation.js";
import { pointer, type ProblemList } from "../model/problem.js";
import { nameArguments } from "./arguments.js";
import { bodyOf } from "./body.js";
import { parametersOf } from "./parameters.js";
import { list, record, resolve, text, type OpenApiDocument, type Raw } from "./raw.js";
import { shapeOf } from "./schema.js";
import { serverUrl } from "./servers.js";

/** Reads every operation of a contract. One that can't be taken is reported and left out; the others stay. */
export function normalise(document: OpenApiDocument, at: string, problems: ProblemList): Operation[] {
  return Object.entries(document.paths).flatMap(([path, pathItem]) =>
    METHODS.flatMap((method) => {
      const item = record(pathItem);
      const raw = item[method.toLowerCase()];
      if (raw === undefined) return [];
      try {
        return [operationOf(document, path, method, resolve(document, item), record(raw))];
      } catch (error) {
        const where = at + "#" + pointer("paths", path, method.toLowerCase());
        problems.warn(
          "operation-left-out",
          where,
          `${method} ${path} is left out: ${(error as Error).message}`,
        );
        return [];
      }
    }),
  );
}

const METHODS: readonly Method[] = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"];

function operationOf(
  document: OpenApiDocument,
  path: string,
  method: Method,
  item: Raw,
  raw: Raw,
): Operation {
  const body = bodyOf(document, raw);
  const inputs = nameArguments([...parametersOf(document, item, raw), ...(body?.inputs ?? [])]);
  requirePathParameters(path, inputs);
  const own = serverUrl(list(raw.servers)[0] ?? list(item.servers)[0]);
  const answer = once(() => answerOf(document, raw));
  return {
    key: `${method} ${path}`,
    method,
    path,
    ...(own === undefined ? {} : { server: own }),
    operationId: text(raw.operationId),
    tags: list(raw.tags).filter((tag) => typeof tag === "string"),
    deprecated: raw.deprecated === true,
    inputs,
    ...(body ? { body: { type: body.type, as: body.as, ...wholeOf(body.whole, inputs) } } : {}),
    // Few answers are ever looked at, and they are the larger half of a contract.
    get answer() {
      return answer();
    },
    prose: { summary: text(raw.summary), description: text(raw.description) },
  };
}

function once<T>(work: () => T): () => T {
  let done: { readonly value: T } | undefined;
  return () => (done ??= { value: work() }).value;
}

function wholeOf(whole: string | undefined, inputs: readonly Input[]): { whole?: string } {
  return whole === undefined ? {} : { whole: inputs.find((input) => input.in === "body")!.argument };
}

function requirePathParameters(path: string, inputs: readonly Input[]): void {
  const declared = new Set(inputs.filter((input) => input.in === "path").map((input) => input.wire));
  const missing = [...path.matchAll(/\{([^}]+)\}/g)]
    .map((match) => match[1]!)
    .filter((name) => !declared.has(name));
  if (missing.length > 0)
    throw new Error(`Its path names ${missing.join(", ")}, which no parameter declares.`);
}

function answerOf(document: Raw, operation: Raw): Operation["answer"] {
  const responses = record(operation.responses);
  const status = Object.keys(responses).find((code) => code.startsWith("2"));
  if (status === undefined) return undefined;
  const content = record(resolve(document, responses[status]).content);
  const type = Object.keys(content).find((name) => name.includes("json"));
  return type === undefined ? undefined : shapeOf(document, record(content[type]).schema ?? {}, "answer");
}
