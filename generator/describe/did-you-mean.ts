import { nearestFirst } from "../../runtime/text/nearest.js";

/** `did you mean X?` with the nearest of the names, or nothing when there are none. */
export function didYouMean(wrong: string, right: Iterable<string>): string | undefined {
  const [nearest] = nearestFirst(wrong, [...right]);
  return nearest === undefined ? undefined : `did you mean ${nearest}?`;
}
