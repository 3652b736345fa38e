import { schemaChange, type Side } from "./facts.js";
import { fieldChanges } from "./field-changes.js";
import { limitFacts } from "./limits.js";
import type { Node } from "./node.js";
import { flatOptions, optionChanges } from "./option-changes.js";
import { NO_DIFFERENCE, type Difference, type IsSame, type Pair } from "./pair.js";
import { typeOf } from "./say.js";
import { isAlike, nullFacts, typeFacts, valueFacts } from "./value-changes.js";

/** What changed about a pair itself. The pairs inside it are listed, not compared. */
export function differenceOf(pair: Pair, side: Side, isSame: IsSame): Difference {
  if (pair.before === pair.after) return NO_DIFFERENCE;
  const { changes, inner } = withoutNull(pair, side, isSame);
  return { changes: [...nullFacts(pair.before, pair.after, side), ...changes], inner };
}

function withoutNull({ before, after }: Pair, side: Side, isSame: IsSame): Difference {
  const [was, is] = [flatOptions(before), flatOptions(after)];
  if (was.length === 1 && is.length === 1)
    return plain({ before: was[0]!.node, after: is[0]!.node }, side, isSame);
  return optionChanges(was, is, side, isSame);
}

/** Compares two schemas without options. */
function plain(pair: Pair, side: Side, isSame: IsSame): Difference {
  const { before, after } = pair;
  const types = typeFacts(before, after, side);
  if (before.types.length > 0 && after.types.length > 0 && !isAlike(before, after))
    return { changes: types, inner: [] };
  const parts = [object(pair, side, isSame), items(pair, side)];
  return {
    changes: [
      ...types,
      ...valueFacts(before, after, side),
      ...limitFacts(before, after, (fact, says) => schemaChange(fact, side, "", says)),
      ...parts.flatMap(({ changes }) => changes),
    ],
    inner: parts.flatMap(({ inner }) => inner),
  };
}

function object(pair: Pair, side: Side, isSame: IsSame): Difference {
  const isOpen = (node: Node) => node.types.length === 0 && node.fields.size === 0;
  if (isOpen(pair.before) || isOpen(pair.after)) return NO_DIFFERENCE;
  const [fields, rest] = [fieldChanges(pair, side, isSame), furtherKeys(pair, side)];
  return { changes: [...fields.changes, ...rest.changes], inner: [...fields.inner, ...rest.inner] };
}

/** Compares the values of keys that the schema does not name. */
function furtherKeys({ before: { rest: was }, after: { rest: is } }: Pair, side: Side): Difference {
  if (typeof was === "object" && typeof is === "object")
    return { changes: [], inner: [{ before: was, after: is, at: ".*" }] };
  if (was === is) return NO_DIFFERENCE;
  const rank = (rest: Node | boolean) => (rest === false ? 0 : rest === true ? 2 : 1);
  const isLess = rank(is) < rank(was);
  const says = isLess ? "takes fewer further keys" : "takes more further keys";
  return { changes: [schemaChange(isLess ? "less" : "more", side, ".*", says)], inner: [] };
}

function items({ before: { items: was }, after: { items: is } }: Pair, side: Side): Difference {
  if (was && is) return { changes: [], inner: [{ before: was, after: is, at: "[]" }] };
  if (is && typeOf(is) !== "anything")
    return {
      changes: [schemaChange("less", side, "[]", `takes ${typeOf(is)} alone, and took anything`)],
      inner: [],
    };
  if (was && typeOf(was) !== "anything")
    return {
      changes: [schemaChange("more", side, "[]", `takes anything, and took ${typeOf(was)} alone`)],
      inner: [],
    };
  return NO_DIFFERENCE;
}
