import type { Import } from "./imports.js";

/** Files that import each other, directly or indirectly: the strongly connected parts of the graph (Tarjan). */
export function circles(edges: readonly Import[]): string[][] {
  const next = new Map<string, string[]>();
  for (const { from, to } of edges) next.set(from, [...(next.get(from) ?? []), to]);
  const order = new Map<string, number>();
  const lowest = new Map<string, number>();
  const open: string[] = [];
  const found: string[][] = [];
  const visit = (file: string): void => {
    order.set(file, order.size);
    lowest.set(file, order.get(file)!);
    open.push(file);
    for (const to of next.get(file) ?? []) {
      if (!order.has(to)) visit(to);
      if (open.includes(to)) lowest.set(file, Math.min(lowest.get(file)!, lowest.get(to)!));
    }
    if (lowest.get(file) !== order.get(file)) return;
    const part = open.splice(open.indexOf(file)).sort();
    if (part.length > 1 || (next.get(file) ?? []).includes(file)) found.push(part);
  };
  for (const file of next.keys()) if (!order.has(file)) visit(file);
  return found.sort(([one], [other]) => (one! < other! ? -1 : 1));
}
