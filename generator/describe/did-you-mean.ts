import { nearestFirst } from "../../runtime/text/nearest.js";

/**
 * `did you mean X?` with the nearest name, or nothing if there are no names. The names are compared only when the
 * problem is printed, because this takes a second for a thousand problems.
 */
export function didYouMean(wrong: string, right: Iterable<string>): () => string | undefined {
  const names = [...right];
  return () => {
    const [nearest] = nearestFirst(wrong, names);
    return nearest === undefined ? undefined : `did you mean ${nearest}?`;
  };
}
