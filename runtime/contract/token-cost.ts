import type { Catalogue } from "./catalogue.js";

/** Tokens (o200k) of a listed tool, by its canonical name; undefined if the catalogue does not have it. */
export function tokenCost({ index, workflows, ownTokens }: Catalogue, name: string): number | undefined {
  const workflow = workflows?.find(({ tool }) => tool.name === name);
  return index[name]?.tokens ?? workflow?.entry.tokens ?? ownTokens?.[name];
}
