import { nearestFirst } from "../../runtime/text/nearest.js";

/** `did you mean X?` with the nearest name, or nothing if there are no names. */
export function didYouMean(wrong: string, right: Iterable<string>): string | undefined {
  const [nearest] = nearestFirst(wrong, [...right]);
  return nearest === undefined ? undefined : `did you mean ${nearest}?`;
}
