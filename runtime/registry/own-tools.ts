import { discoverTools } from "./discover-tools.js";
import { programTools } from "./program-tools.js";

/** Standpipe's own tools, which surfaces list besides the API's. */
export const ownTools = [...discoverTools, ...programTools];

/** The same by name, as surfaces list them. */
export const ownToolsByName: ReadonlyMap<string, (typeof ownTools)[number]> = new Map(
  ownTools.map((tool) => [tool.name, tool]),
);
