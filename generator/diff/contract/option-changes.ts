import { schemaChange, type Side } from "./facts.js";
import type { Node, OptionNode } from "./node.js";
import type { Difference, IsSame } from "./pair.js";
import { described } from "./say.js";
import { isAlike } from "./value-changes.js";

/** Which options a schema lost and gained, and the pairs of options that it kept. */
export function optionChanges(
  was: readonly OptionNode[],
  is: readonly OptionNode[],
  side: Side,
  isSame: IsSame,
): Difference {
  const { pairs, lost, won } = match(was, is, (one, other) => isSame(one.node, other.node, side));
  return {
    changes: [
      ...lost.map((one) => schemaChange("less", side, "", `no longer takes ${described(one)}`)),
      ...won.map((one) => schemaChange("more", side, "", `also takes ${described(one)}`)),
    ],
    inner: pairs.map(([one, other]) => ({
      before: one.node,
      after: other.node,
      at: "",
      option: other.name ?? "one of the options",
    })),
  };
}

/** The options of a node, with the options of its options. A node without options is its own single option. */
export function flatOptions(node: Node, depth = 0): OptionNode[] {
  if (node.options.length === 0 || depth > MOST_NESTING) return [{ name: node.name, node }];
  return node.options.flatMap((option) => {
    const inner = flatOptions(option.node, depth + 1);
    return inner.length === 1 ? [{ ...option, node: inner[0]!.node }] : inner;
  });
}

const MOST_NESTING = 6;

/** Pairs options of the same name, then those that take the same, then the only two left of a kind. */
function match(
  was: readonly OptionNode[],
  is: readonly OptionNode[],
  isSame: (one: OptionNode, other: OptionNode) => boolean,
) {
  const pairs: [OptionNode, OptionNode][] = [];
  const [lost, won] = [new Set(was), new Set(is)];
  const take = (same: (one: OptionNode, other: OptionNode) => boolean) => {
    for (const one of lost) {
      const other = [...won].find((candidate) => isAlike(one.node, candidate.node) && same(one, candidate));
      if (!other) continue;
      pairs.push([one, other]);
      lost.delete(one);
      won.delete(other);
    }
  };
  take((one, other) => one.name !== undefined && one.name === other.name);
  take(isSame);
  take((one, other) => isAlone(one, lost) && isAlone(other, won));
  return { pairs, lost: [...lost], won: [...won] };
}

function isAlone(option: OptionNode, left: ReadonlySet<OptionNode>): boolean {
  return [...left].filter(({ node }) => isAlike(node, option.node)).length === 1;
}
