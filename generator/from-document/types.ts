import type { ProblemList } from "../model/problem.js";
import { record, type OpenApiDocument, type Raw } from "../normalise/raw.js";
import { followed } from "./guess/answers.js";
import { renderTypes } from "../render/types/types.js";

export interface TypeSources {
  readonly facts: OpenApiDocument | Error;
  /** Why some of its schemas have no facts. */
  readonly misfits?: readonly Error[];
  readonly at: string;
  readonly isCredential: (key: string, place: string, name: string) => boolean;
}

/** The text of `api.d.ts`. If no types can be made from the facts, modules are not checked against types. */
export function typesOf(
  { facts, misfits = [], at, isCredential }: TypeSources,
  problems: ProblemList,
): string {
  for (const misfit of misfits)
    problems.warn(
      "types-left-out",
      at,
      `A schema can't be read and takes any value in api.d.ts: ${misfit.message}`,
    );
  try {
    if (facts instanceof Error) throw facts;
    return renderTypes(withDistinctIds(withoutCredentials(facts, isCredential)));
  } catch (error) {
    const [reason] = (error as Error).message.split("\n");
    problems.warn(
      "types-left-out",
      at,
      `No types can be made from the document, so modules are not checked against types: ${reason}`,
    );
    return LOOSE_TYPES;
  }
}

/** The document without parameters that no tool has. A module could not match one that is required. */
function withoutCredentials(
  facts: OpenApiDocument,
  isCredential: TypeSources["isCredential"],
): OpenApiDocument {
  const paths = Object.entries(facts.paths).map(([path, item]) => {
    const kept = Object.entries(record(item)).map(([method, given]) => {
      const key = `${method.toUpperCase()} ${path}`;
      const { parameters } = record(given);
      if (!Array.isArray(parameters)) return [method, given] as const;
      const own = (parameters as unknown[]).filter((parameter) => {
        const { in: place, name } = followed(facts, parameter);
        return !isCredential(key, String(place), String(name));
      });
      return [method, { ...record(given), parameters: own }] as const;
    });
    return [path, Object.fromEntries(kept)] as const;
  });
  return { ...facts, paths: Object.fromEntries(paths) };
}

/** An operationId that a second operation has as well would give its type two members of one name. */
function withDistinctIds(facts: OpenApiDocument): OpenApiDocument {
  const seen = new Set<unknown>();
  const distinct = (operation: Raw): Raw => {
    const { operationId, ...rest } = operation;
    if (operationId === undefined || !seen.has(operationId)) {
      seen.add(operationId);
      return operation;
    }
    return rest;
  };
  const item = (given: unknown) =>
    Object.entries(record(given)).map(
      ([key, value]) => [key, Array.isArray(value) ? (value as unknown[]) : distinct(record(value))] as const,
    );
  const paths = Object.entries(facts.paths).map(
    ([path, given]) => [path, Object.fromEntries(item(given))] as const,
  );
  return { ...facts, paths: Object.fromEntries(paths) };
}

const LOOSE_TYPES = `// Generated: no types can be made from the document, so modules are not checked against types. Do not edit.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type paths = any;
`;
