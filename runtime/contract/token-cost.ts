import type { Catalogue } from "./catalogue.js";

/** Tokens (o200k) that listing a tool costs a model, by its canonical name; nothing where the catalogue does not say. */
export function tokenCost({ index, ownTokens }: Catalogue, name: string): number | undefined {
  return index[name]?.tokens ?? ownTokens?.[name];
}
