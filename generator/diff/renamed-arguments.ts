import { SchemaComparison } from "./contract/compare.js";
import { inputChanges } from "./input-changes.js";
import { match, type Pair } from "./match.js";
import type { Move } from "./moves.js";
import type { ToolState } from "./state.js";

/** A renamed argument of a described operation. */
export interface RenamedArgument {
  /** `METHOD /path` of today. */
  readonly operation: string;
  readonly place: "path" | "query" | "body";
  /** Its former path, such as `impacts[].kind`. */
  readonly was: string;
  readonly now: string;
}

/**
 * Arguments that upstream renamed, of operations that stayed or moved.
 * @param moves the moved operations that keep their descriptions
 */
export function renamedArguments(
  base: readonly ToolState[],
  head: readonly ToolState[],
  moves: readonly Move[],
): RenamedArgument[] {
  const moved = new Map(moves.map(({ from, to }) => [from, to]));
  const comparison = new SchemaComparison();
  const isKept = ({ base: was, head: is }: Pair) =>
    was.described && (was.operation === is.operation || moved.get(was.operation) === is.operation);
  return match(base, head)
    .pairs.filter(isKept)
    .flatMap((pair) =>
      inputChanges(pair, comparison, []).flatMap(({ kind, at, from }): RenamedArgument[] =>
        kind === "argument-renamed" && from !== undefined && at !== undefined
          ? [{ operation: pair.head.operation, place: placeOf(from, pair.base), was: from, now: at }]
          : [],
      ),
    );
}

/** Words of headers and cookies stand with those of the query. */
function placeOf(path: string, { argumentNames = new Map() }: ToolState): RenamedArgument["place"] {
  const root = path.split(/[.[]/)[0];
  const [wire] = [...argumentNames].find(([, argument]) => argument === root) ?? [];
  const place = wire?.split(" ")[0];
  return place === "path" || place === "body" ? place : "query";
}
