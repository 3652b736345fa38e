import { isMap, isScalar, isSeq, LineCounter, parseDocument, type Node } from "yaml";

/** A YAML file whose values can be found by line. */
export interface YamlSource {
  /** Null for a file of comments. */
  readonly value: unknown;
  readonly faults: readonly { readonly line: number; readonly what: string }[];
  /** The line of the deepest part of a path that the file has. */
  lineOf(path: readonly PropertyKey[]): number;
}

export function readYaml(text: string): YamlSource {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const lineAt = (offset: number) => lines.linePos(offset).line;
  return {
    value: document.errors.length > 0 ? null : ((document.toJS() as unknown) ?? null),
    faults: document.errors.map(({ pos: [at], message }) => ({
      line: lineAt(at),
      what: `${message.split("\n")[0]!.replace(/[.:]$/, "")}.`,
    })),
    lineOf(path) {
      let node: unknown = document.contents;
      let found = (node as Node | null)?.range?.[0] ?? 0;
      for (const segment of path) {
        const [next, at] = member(node, segment);
        if (at === undefined) break;
        found = at;
        node = next;
      }
      return lineAt(found);
    },
  };
}

/** What stands under a key or index, and where. */
function member(node: unknown, segment: PropertyKey): readonly [node: unknown, at: number | undefined] {
  if (isMap(node)) {
    const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(segment));
    return [pair?.value, isScalar(pair?.key) ? pair.key.range?.[0] : undefined];
  }
  if (!isSeq(node)) return [undefined, undefined];
  const item = node.items[Number(segment)];
  return [item, (item as Node | undefined)?.range?.[0]];
}
