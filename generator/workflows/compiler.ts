import { createRequire } from "node:module";
import type * as typescript from "typescript";

/** The compiler. `require` loads this large CommonJS package twice as fast as `import`. */
export const ts = createRequire(import.meta.url)("typescript") as typeof typescript;

/** All nodes below a node. */
export function* nodesIn(node: typescript.Node): Generator<typescript.Node> {
  const children: typescript.Node[] = [];
  ts.forEachChild(node, (child) => void children.push(child));
  for (const child of children) {
    yield child;
    yield* nodesIn(child);
  }
}
