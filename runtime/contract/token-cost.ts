import type { Catalogue } from "./catalogue.js";

/** Tokens (o200k) of a listed tool, by its canonical name; undefined if the catalogue does not have it. */
export function tokenCost({ index, ownTokens }: Catalogue, name: string): number | undefined {
  return index[name]?.tokens ?? ownTokens?.[name];
}
