import { isDeepStrictEqual } from "node:util";
import type { Change } from "../change.js";
import { told, type Side } from "./facts.js";
import type { FieldNode, Node, OptionNode } from "./node.js";
import { defaultFacts, newInput } from "./input-facts.js";
import { SameText, type Source } from "./same-text.js";
import { renamedInput, renames } from "./renames.js";
import { limitFacts } from "./limits.js";
import { described, typeOf, valueList } from "./say.js";

/** Two schemas that are compared. */
interface Pair {
  readonly before: Node;
  readonly after: Node;
}

/** What is different about a pair itself, and the pairs that it holds; places begin with `.` or `[]`. */
interface Found {
  readonly changes: readonly Change[];
  readonly inner: readonly (Pair & { readonly at: string; readonly option?: string })[];
}

/** What was found of a pair, in the graph of all pairs. */
interface Local extends Found {
  readonly outer: Set<Local>;
  /** Whether anything is different in it or below it. */
  isChanged: boolean;
}

/** Compares schemas of two documents. Each pair is compared once, however often it is met. */
export class SchemaComparison {
  readonly #text = new SameText();
  readonly #known: Record<Side, WeakMap<Node, Map<Node, Local>>> = {
    request: new WeakMap(),
    answer: new WeakMap(),
  };
  /** Pairs that are under comparison count as the same, so that recursion ends. */
  readonly #same: Record<Side, WeakMap<Node, Map<Node, boolean>>> = {
    request: new WeakMap(),
    answer: new WeakMap(),
  };

  /** Whether two operations are described in the same text, so that none of their schemas differ. */
  isSameText(before: Source, after: Source): boolean {
    return this.#text.isSame(before, after);
  }

  /**
   * Changes of a schema and of all that it holds. A schema that is met at several places is told at the first one.
   * @param at the place where the schema stands
   */
  changes(before: Node, after: Node, side: Side, at: string): Change[] {
    const seen = new Set<Local>();
    const found: Change[] = [];
    const waiting: Visit[] = [{ before, after, at, within: undefined }];
    for (let index = 0; index < waiting.length; index++) {
      const visit = waiting[index]!;
      const local = this.#explored(visit, side);
      if (seen.has(local) || !local.isChanged) continue;
      seen.add(local);
      const within = sharedOf(visit);
      found.push(...local.changes.map((one) => placed(one, visit, within)));
      waiting.push(...local.inner.map((pair) => visitOf(pair, visit, within)));
    }
    return found;
  }

  /** What is known of a pair once all pairs below it are compared too. */
  #explored(pair: Pair, side: Side): Local {
    const known = this.#known[side].get(pair.before)?.get(pair.after);
    if (known) return known;
    const first = this.#local(pair, side);
    const waiting = [first];
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      for (const inner of next.inner) {
        const isNew = !this.#known[side].get(inner.before)?.has(inner.after);
        const local = this.#local(inner, side);
        local.outer.add(next);
        if (local.isChanged) markChanged(next);
        if (isNew) waiting.push(local);
      }
    }
    return first;
  }

  /** Whether two schemas take the same. */
  isSame(before: Node, after: Node, side: Side): boolean {
    const known = this.#same[side].get(before) ?? new Map<Node, boolean>();
    this.#same[side].set(before, known);
    const told = known.get(after);
    if (told !== undefined) return told;
    known.set(after, true);
    const { changes, inner } = this.#found({ before, after }, side);
    const isSame = changes.length === 0 && inner.every((pair) => this.isSame(pair.before, pair.after, side));
    known.set(after, isSame);
    return isSame;
  }

  #local(pair: Pair, side: Side): Local {
    const known = this.#known[side].get(pair.before) ?? new Map<Node, Local>();
    this.#known[side].set(pair.before, known);
    const told = known.get(pair.after);
    if (told) return told;
    const found = this.#found(pair, side);
    const local = { ...found, outer: new Set<Local>(), isChanged: found.changes.length > 0 };
    known.set(pair.after, local);
    return local;
  }

  #found(pair: Pair, side: Side): Found {
    if (pair.before === pair.after) return NOTHING;
    const { changes, inner } = this.#options(pair, side);
    return { changes: [...nullFacts(pair.before, pair.after, side), ...changes], inner };
  }

  #options({ before, after }: Pair, side: Side): Found {
    const [was, is] = [flatOptions(before), flatOptions(after)];
    if (was.length === 1 && is.length === 1)
      return this.#plain({ before: was[0]!.node, after: is[0]!.node }, side);
    const { pairs, lost, won } = this.#matchOptions(was, is, side);
    return {
      changes: [
        ...lost.map((one) => told("less", side, "", `no longer takes ${described(one)}`)),
        ...won.map((one) => told("more", side, "", `also takes ${described(one)}`)),
      ],
      inner: pairs.map(([one, other]) => ({
        before: one.node,
        after: other.node,
        at: "",
        option: other.name ?? "one of the options",
      })),
    };
  }

  /** Options are the same by name, then by what they take; a single one that is left on both sides is the same too. */
  #matchOptions(was: readonly OptionNode[], is: readonly OptionNode[], side: Side) {
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
    take((one, other) => this.isSame(one.node, other.node, side));
    take((one, other) => isAlone(one, lost) && isAlone(other, won));
    return { pairs, lost: [...lost], won: [...won] };
  }

  #plain(pair: Pair, side: Side): Found {
    const { before, after } = pair;
    const types = typeFacts(before, after, side);
    if (before.types.length > 0 && after.types.length > 0 && !isAlike(before, after))
      return { changes: types, inner: [] };
    const parts = [this.#object(pair, side), items(pair, side)];
    return {
      changes: [
        ...types,
        ...valueFacts(before, after, side),
        ...limitFacts(before, after, (fact, says) => told(fact, side, "", says)),
        ...parts.flatMap(({ changes }) => changes),
      ],
      inner: parts.flatMap(({ inner }) => inner),
    };
  }

  #object(pair: Pair, side: Side): Found {
    const isOpen = (node: Node) => node.types.length === 0 && node.fields.size === 0;
    if (isOpen(pair.before) || isOpen(pair.after)) return NOTHING;
    const [fields, rest] = [this.#fields(pair, side), furtherKeys(pair, side)];
    return { changes: [...fields.changes, ...rest.changes], inner: [...fields.inner, ...rest.inner] };
  }

  #fields({ before, after }: Pair, side: Side): Found {
    const [was, is] = [ofSide(before.fields, side), ofSide(after.fields, side)];
    const names = [...new Set([...was.keys(), ...is.keys()])].sort();
    const renamed =
      side === "answer" ? NONE : renames(was, is, (one, other) => this.isSame(one.node, other.node, side));
    const pairs = names.flatMap((name) => {
      const [one, other] = [was.get(renamed.get(name) ?? name), is.get(name)];
      return one && other ? [{ before: one.node, after: other.node, at: `.${name}` }] : [];
    });
    const former = new Set(renamed.values());
    const changes = names
      .filter((name) => !former.has(name))
      .flatMap((name) => {
        const from = renamed.get(name);
        if (from !== undefined)
          return [
            renamedInput(from, `.${name}`),
            ...requiredFacts(was.get(from)!.required, is.get(name)!.required, `.${name}`, side),
          ];
        return fieldFacts(was.get(name), is.get(name), `.${name}`, side);
      });
    return { changes, inner: pairs };
  }
}

const NONE: ReadonlyMap<string, string> = new Map();

const NOTHING: Found = { changes: [], inner: [] };

type Shared = NonNullable<Change["shared"]>;

/** A pair at the place where it is met. */
interface Visit extends Pair {
  readonly at: string;
  /** The shared schema that holds it, and the place there. */
  readonly within: Shared | undefined;
  /** The option that it is. */
  readonly option?: string;
}

function markChanged(local: Local): void {
  const waiting = [local];
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    if (next.isChanged) continue;
    next.isChanged = true;
    waiting.push(...next.outer);
  }
}

function visitOf(pair: Found["inner"][number], { at, option }: Visit, within: Shared | undefined): Visit {
  return {
    before: pair.before,
    after: pair.after,
    at: at + pair.at,
    within: within && { schema: within.schema, at: within.at + pair.at },
    option: pair.option ?? (pair.at === "" ? option : undefined),
  };
}

function sharedOf({ before, after, within }: Visit): Shared | undefined {
  const schema = after.name ?? before.name;
  return schema === undefined ? within : { schema, at: "" };
}

function placed(one: Change, { at, option }: Visit, within: Shared | undefined): Change {
  return {
    ...one,
    at: at + one.at!,
    ...(option === undefined ? {} : { says: `${one.says} (in ${option})` }),
    ...(within ? { shared: { schema: within.schema, at: (within.at + one.at!).replace(/^\./, "") } } : {}),
  };
}

function fieldFacts(
  before: FieldNode | undefined,
  after: FieldNode | undefined,
  at: string,
  side: Side,
): Change[] {
  if (!after) return [told("gone", side, at, "is gone")];
  if (!before && side === "request") return [newInput(after, at)];
  if (!before) return [told("new", side, at, `is new (${typeOf(after.node)})`)];
  return [
    ...requiredFacts(before.required, after.required, at, side),
    ...deprecatedFacts(before.deprecated, after.deprecated, at, side),
    ...(side === "request" ? defaultFacts(before.default, after.default, at) : []),
  ];
}

/** What keys beside the named ones hold. */
function furtherKeys({ before: { rest: was }, after: { rest: is } }: Pair, side: Side): Found {
  if (typeof was === "object" && typeof is === "object")
    return { changes: [], inner: [{ before: was, after: is, at: ".*" }] };
  if (was === is) return NOTHING;
  const rank = (rest: Node | boolean) => (rest === false ? 0 : rest === true ? 2 : 1);
  const isLess = rank(is) < rank(was);
  const says = isLess ? "takes fewer further keys" : "takes more further keys";
  return { changes: [told(isLess ? "less" : "more", side, ".*", says)], inner: [] };
}

function items({ before: { items: was }, after: { items: is } }: Pair, side: Side): Found {
  if (was && is) return { changes: [], inner: [{ before: was, after: is, at: "[]" }] };
  if (is && typeOf(is) !== "anything")
    return { changes: [told("less", side, "[]", `takes ${typeOf(is)} alone, and took anything`)], inner: [] };
  if (was && typeOf(was) !== "anything")
    return {
      changes: [told("more", side, "[]", `takes anything, and took ${typeOf(was)} alone`)],
      inner: [],
    };
  return NOTHING;
}

function ofSide(fields: ReadonlyMap<string, FieldNode>, side: Side): Map<string, FieldNode> {
  return new Map([...fields].filter(([, field]) => field.side === undefined || field.side === side));
}

function requiredFacts(before: boolean, after: boolean, at: string, side: Side): Change[] {
  if (before === after) return [];
  const says = {
    request: { now: "is now required", before: "is no longer required" },
    answer: { now: "is now always there", before: "is no longer always there" },
  }[side];
  return after ? [told("required", side, at, says.now)] : [told("optional", side, at, says.before)];
}

function deprecatedFacts(before: boolean, after: boolean, at: string, side: Side): Change[] {
  if (before === after) return [];
  return [
    told(
      after ? "deprecated" : "undeprecated",
      side,
      at,
      after ? "is deprecated" : "is no longer deprecated",
    ),
  ];
}

function nullFacts(before: Node, after: Node, side: Side): Change[] {
  if (before.takesNull === after.takesNull) return [];
  return after.takesNull
    ? [told("null-more", side, "", side === "request" ? "also takes null" : "may be null")]
    : [told("null-less", side, "", side === "request" ? "no longer takes null" : "is never null")];
}

/** Where either side takes anything, its own types say what is less. */
function typeFacts(before: Node, after: Node, side: Side): Change[] {
  const [was, is] = [before.types, after.types];
  if (isDeepStrictEqual([...was].sort(), [...is].sort())) return [];
  if (was.length === 0) return [told("less", side, "", `takes ${typeOf(after)} alone, and took anything`)];
  if (is.length === 0) return [told("more", side, "", `takes anything, and took ${typeOf(before)} alone`)];
  const lost = was.filter((type) => !compatible(type, is));
  const won = is.filter((type) => !compatible(type, was));
  const says = `takes ${typeOf(after)} instead of ${typeOf(before)}`;
  if (lost.length === 0 && won.length === 0)
    return [told(was.includes("number") ? "less" : "more", side, "", says)];
  if (lost.length === was.length) return [told("type", side, "", says)];
  return [
    ...(lost.length > 0 ? [told("less", side, "", `no longer takes ${lost.join(" or ")}`)] : []),
    ...(won.length > 0 ? [told("more", side, "", `also takes ${won.join(" or ")}`)] : []),
  ];
}

/** Integers are numbers. */
function compatible(type: string, types: readonly string[]): boolean {
  return (
    types.includes(type) ||
    (type === "integer" && types.includes("number")) ||
    (type === "number" && types.includes("integer"))
  );
}

function valueFacts(before: Node, after: Node, side: Side): Change[] {
  const [was, is] = [before.values, after.values];
  if (!was && !is) return [];
  if (!was) return [told("values-less", side, "", `takes only ${valueList(is!)}`)];
  if (!is) return [told("values-more", side, "", `takes more than ${valueList(was)}`)];
  const lost = was.filter((value) => !is.some((other) => isDeepStrictEqual(value, other)));
  const won = is.filter((value) => !was.some((other) => isDeepStrictEqual(value, other)));
  return [
    ...(lost.length > 0 ? [told("values-less", side, "", `no longer takes ${valueList(lost)}`)] : []),
    ...(won.length > 0 ? [told("values-more", side, "", `also takes ${valueList(won)}`)] : []),
  ];
}

/** The options of options are options of the whole; what has none is its own single one. */
function flatOptions(node: Node, depth = 0): OptionNode[] {
  if (node.options.length === 0 || depth > MOST_NESTING) return [{ name: node.name, node }];
  return node.options.flatMap((option) => {
    const inner = flatOptions(option.node, depth + 1);
    return inner.length === 1 ? [{ ...option, node: inner[0]!.node }] : inner;
  });
}

const MOST_NESTING = 6;

function isAlone(option: OptionNode, left: ReadonlySet<OptionNode>): boolean {
  return [...left].filter(({ node }) => isAlike(node, option.node)).length === 1;
}

/** Whether both hold the same kind of value: only then is one what became of the other. */
function isAlike(one: Node, other: Node): boolean {
  if (one.types.length === 0 || other.types.length === 0) return one.types.length === other.types.length;
  return one.types.some((type) => compatible(type, other.types));
}
