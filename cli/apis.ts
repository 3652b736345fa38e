import type { GeneratedApi } from "../runtime/index.js";

/** APIs that can be served, by name. The first one is the default. Each is loaded when needed. */
export type Apis = Readonly<Record<string, () => Promise<GeneratedApi>>>;

export const apis: Apis = {
  firehydrant: () =>
    import("../generated/firehydrant/index.js").then(({ api }) => ({
      ...api,
      signed: async () => (await import("./verify/release-manifest.js")).releaseManifest(import.meta.url),
    })),
};
