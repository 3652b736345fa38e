import { nearestFirst } from "../../runtime/text/nearest.js";

/**
 * `did you mean X?` with the nearest of the names, or nothing when there are none. The names are compared when somebody
 * reads the problem, because a thousand of them take a second.
 */
export function didYouMean(wrong: string, right: Iterable<string>): () => string | undefined {
  const names = [...right];
  return () => {
    const [nearest] = nearestFirst(wrong, names);
    return nearest === undefined ? undefined : `did you mean ${nearest}?`;
  };
}
