import { readFile } from "node:fs/promises";
import type { Plugin } from "esbuild";

/**
 * `@hono/zod-openapi` gives zod its `.openapi()` as a side effect, and exports zod's own `z`. esbuild splits by the names
 * that are imported, so a piece that imports `z` may run before that side effect. A name of the library's own keeps the
 * order.
 */
export const extendedZod: Plugin = {
  name: "extended-zod",
  setup({ onLoad }) {
    onLoad({ filter: /[\\/]@hono[\\/]zod-openapi[\\/]dist[\\/]index\.mjs$/ }, async ({ path }) => {
      const text = await readFile(path, "utf8");
      const contents = text.replace(/\bz\s*\};?\s*$/m, "extendedZ as z };\nconst extendedZ = z;\n");
      if (contents === text)
        throw new Error(`${path} exports z in another way now. Adapt build/extended-zod.ts to it.`);
      return { contents, loader: "js" };
    });
  },
};
