import type { PageRule } from "../../describe/surface.js";
import { replacedBy } from "../../describe/arguments.js";
import type { Input, Operation } from "../../model/operation.js";
import type { DeclaredAnswers, NextPage } from "./answers.js";

/**
 * How the lists of a document are cut into pages, by their parameters' names and what their answers declare. Only an
 * operation whose answer is a list is taken.
 */
export function guessPaging(answers: DeclaredAnswers, operations: readonly Operation[]): readonly PageRule[] {
  const rules = new Map<string, { readonly rule: Rule; readonly keys: string[] }>();
  for (const operation of operations.filter(({ method }) => method === "GET")) {
    if (!answers.list(operation.key)) continue;
    const rule = ruleOf(operation, answers.next(operation.key));
    if (!rule) continue;
    const name = JSON.stringify(rule);
    const known = rules.get(name) ?? { rule, keys: [] };
    known.keys.push(operation.key);
    rules.set(name, known);
  }
  return [...rules.values()].map(
    ({ rule, keys }) => ({ ...rule, ...onlyFor(rule, keys, operations) }) as PageRule,
  );
}

type Rule = PageRule extends infer Each ? (Each extends unknown ? Omit<Each, "only"> : never) : never;

/** Names of parameters, in lower case without `_`, `-`, `$` and brackets. The first that an operation has is taken. */
const NAMES = {
  page: ["page", "pagenumber", "pageno", "pageindex", "pagenum", "currentpage"],
  cursor: [
    ...["cursor", "pagecursor", "nextcursor", "startcursor", "pagetoken", "nextpagetoken", "nexttoken"],
    ...["continuationtoken", "continuation", "marker", "scrollid", "pageafter", "after"],
  ],
  offset: ["offset", "pageoffset", "startat", "startindex", "start", "skip"],
  after: ["startingafter"],
  size: [
    ...["limit", "perpage", "pagesize", "size", "pagelimit", "maxresults", "resultsperpage", "itemsperpage"],
    ...["count", "take", "top", "max", "first", "rows"],
  ],
} as const;

/** An API that states no limit is asked for this many items at most. */
const USUAL_MOST = 100;

function ruleOf(operation: Operation, next: NextPage | undefined): Rule | undefined {
  const query = operation.inputs.filter((input) => input.in === "query");
  const find = (kind: keyof typeof NAMES) => findIn(query, NAMES[kind]);
  const size = find("size");
  const sized = {
    ...(size ? { size: size.wire } : {}),
    most: Math.min((size && limitsOf(size).maximum) ?? USUAL_MOST, 1_000),
  };
  const cursor = find("cursor");
  if (cursor && next) return { style: "cursor", cursor: cursor.wire, ...sized };
  const after = find("after");
  if (after && size) return { style: "after", after: after.wire, key: "id", ...sized };
  const page = find("page");
  if (page && isNumber(page)) return { style: "page", page: page.wire, ...firstOf(page, 1), ...sized };
  const offset = find("offset");
  if (offset && size && isNumber(offset)) {
    const usual = offset.wire === "startIndex" ? 1 : 0;
    return { style: "offset", start: offset.wire, ...firstOf(offset, usual), ...sized };
  }
  return next?.isUrl && !cursor ? { style: "link", ...sized } : undefined;
}

/** A page that may be 0 is the first one. */
function firstOf(input: Input, usual: number): { readonly first?: number } {
  const { minimum } = limitsOf(input);
  const first = typeof input.default === "number" ? input.default : (minimum ?? usual);
  return first === usual || (first !== 0 && first !== 1) ? {} : { first };
}

function findIn(query: readonly Input[], names: readonly string[]): Input | undefined {
  for (const name of names) {
    const found = query.find(({ wire }) => wire.toLowerCase().replaceAll(/[^a-z0-9]/g, "") === name);
    if (found) return found;
  }
  return undefined;
}

function isNumber({ shape }: Input): boolean {
  return shape.kind === "number" || shape.kind === "text" || shape.kind === "anything";
}

function limitsOf({ shape }: Input): { readonly minimum?: number; readonly maximum?: number } {
  return shape.kind === "number" ? shape : {};
}

/** The operations of a rule are named where others have its parameters too. */
function onlyFor(
  rule: Rule,
  keys: readonly string[],
  operations: readonly Operation[],
): { readonly only?: readonly string[] } {
  if (rule.style === "after" || rule.style === "link") return { only: keys };
  const wires = [...replacedBy(rule)];
  const alike = operations.filter(({ inputs }) =>
    wires.every((wire) => inputs.some((input) => input.in === "query" && input.wire === wire)),
  );
  return alike.length === keys.length ? {} : { only: keys };
}
