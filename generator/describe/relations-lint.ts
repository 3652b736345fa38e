import type { Operation } from "../model/operation.js";
import { pointer, type ProblemList } from "../model/problem.js";
import { plainArguments } from "./relations-check.js";
import type { Place } from "./relation.js";
import type { Relations } from "./relations.js";

/** An argument that takes an id or a slug, but does not name a source for it. */
export interface UntracedArgument {
  readonly operation: string;
  readonly place: Place;
  readonly argument: string;
}

/** All arguments that look like ids, have no relation, and are not excused in `relations.yaml`. */
export function untracedArguments(
  operations: readonly Operation[],
  relations: Relations,
): UntracedArgument[] {
  return operations.flatMap((operation) =>
    plainArguments(operation)
      .filter(({ kind, path }) => kind !== "flag" && kind !== "choice" && looksLikeId(path))
      .filter(
        ({ place, path }) =>
          !relations.find(operation.key, place, path) && !relations.excuse(operation.key, place, path),
      )
      .map(({ place, path }) => ({ operation: operation.key, place, argument: path })),
  );
}

/** Reports the arguments that `untracedArguments` finds, one problem for each. */
export function reportUntraced(
  operations: readonly Operation[],
  relations: Relations,
  at: string,
  problems: ProblemList,
): void {
  for (const { operation, place, argument } of untracedArguments(operations, relations)) {
    problems.error(
      "untraced-id",
      at + "#" + pointer("values"),
      `${place} ${argument} of ${operation} has no source for its values.`,
      `add "${place} ${argument}" to the inputs of a value, or to untraced with the reason`,
    );
  }
}

function looksLikeId(argument: string): boolean {
  const name = argument.replace(/^.*\./, "").replaceAll("[]", "");
  return /(^|_)(id|ids|slug|slugs)$/.test(name);
}
