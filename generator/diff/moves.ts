import { differsInVersion, isSameOperation, isSameRoute, match, type Pair } from "./match.js";
import type { ToolState } from "./state.js";

/** A described operation that moved to another path. */
export interface Move {
  readonly from: string;
  readonly to: string;
}

export interface Moves {
  /** The same method, words and parameters. Only a version, a prefix or the names of path parameters differ. */
  readonly certain: readonly Move[];
  /** Similar. A person decides whether they are the same. */
  readonly likely: readonly Move[];
}

/** Operations that moved: the old path has a description, the new path has none. */
export function movesBetween(base: readonly ToolState[], head: readonly ToolState[]): Moves {
  const moved = match(base, head).pairs.filter(
    (pair) => pair.base.operation !== pair.head.operation && pair.base.described && !pair.head.described,
  );
  const isCertain = (pair: Pair) =>
    isSameRoute(pair.base, pair.head) ||
    (haveSameParameters(pair) &&
      (differsInVersion(pair.base, pair.head) ||
        // If several operations fit, a person decides.
        moved.filter(({ head: other }) => isSameOperation(pair.base, other)).length === 1) &&
      isSameOperation(pair.base, pair.head));
  const moveOf = ({ base: was, head: is }: Pair): Move => ({
    from: was.operation,
    to: is.operation,
  });
  return {
    certain: moved.filter(isCertain).map(moveOf),
    likely: moved.filter((pair) => !isCertain(pair)).map(moveOf),
  };
}

/**
 * Replaces the old operations by the new ones in a source file: descriptions, relations, repairs, surfaces or locks.
 */
export function rekeyed(text: string, moves: readonly Move[]): string {
  const places = new Map(moves.map(({ from, to }) => [from, to]));
  const paths = new Map(moves.map(({ from, to }) => [pathOf(from), pathOf(to)]));
  return text
    .replaceAll(OPERATION, (key) => places.get(key) ?? key)
    .replaceAll(
      QUOTED_PATH,
      (all, quote: string, path: string) => `${quote}${paths.get(path) ?? path}${quote}`,
    );
}

/** `METHOD /path` as written in YAML, where a colon may end the key. */
const OPERATION =
  /\b(?:GET|HEAD|POST|PUT|PATCH|DELETE|OPTIONS|TRACE) \/(?:[A-Za-z0-9_\-.~%{}/]|:(?=[A-Za-z]))*/g;

/** A path as written in the JSONPath of a repair. */
const QUOTED_PATH = /(["'])(\/[^"'\s]*)\1/g;

function pathOf(operation: string): string {
  return operation.slice(operation.indexOf(" ") + 1);
}

function haveSameParameters({ base, head }: Pair): boolean {
  return parametersIn(base).join() === parametersIn(head).join();
}

function parametersIn({ operation }: ToolState): string[] {
  return operation.match(/\{[^}]*\}/g) ?? [];
}
