import type { GeneratedApi } from "../runtime/index.js";

/** APIs that can be served, by name; the first one is the default. Each is loaded when it is asked for. */
export type Apis = Readonly<Record<string, () => Promise<GeneratedApi>>>;

export const apis: Apis = {
  firehydrant: () => import("../generated/firehydrant/index.js").then(({ api }) => api),
};
