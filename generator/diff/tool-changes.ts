import { isDeepStrictEqual } from "node:util";
import type { Hints } from "../../runtime/contract/tool.js";
import { change, type Change, type ChangeKind } from "./change.js";
import type { SchemaComparison } from "./contract/compare.js";
import { effectsOf } from "./effects.js";
import { inputChanges } from "./input-changes.js";
import { isSameOperation, type Pair } from "./match.js";
import type { Schema } from "./schema-words.js";
import type { ToolState } from "./state.js";
import { textChange, wordChanges } from "./word-changes.js";

/** All changes of a tool. Printers sort them by importance. */
export function toolChanges(
  pair: Pair,
  comparison: SchemaComparison,
  openFields: readonly string[],
): Change[] {
  const { base, head } = pair;
  return [
    ...operationChanges(pair),
    ...effectChanges(pair),
    ...nameChanges(pair),
    ...(base.described === head.described ? [] : [describedChange(head)]),
    ...accessChanges(pair),
    ...hintChanges(pair),
    ...tagChanges(pair),
    ...inputChanges(pair, comparison, openFields),
    ...pollChanges(pair),
    ...programChanges(pair),
    ...(base.described === head.described ? spokenChanges(pair) : []),
  ];
}

/** What a workflow does is its program, which reviewers read in `specs/<api>/workflows/`. */
function programChanges({ base: { workflow: was }, head: { workflow: is } }: Pair): Change[] {
  if (!was || !is || was.program === is.program) return [];
  const added = is.calls.filter((name) => !was.calls.includes(name));
  const removed = was.calls.filter((name) => !is.calls.includes(name));
  return [
    change("program-changed", "runs another program"),
    ...(added.length > 0 ? [change("calls-added", `calls ${added.join(", ")}, and did not before`)] : []),
    ...(removed.length > 0 ? [change("calls-removed", `no longer calls ${removed.join(", ")}`)] : []),
  ];
}

/** Descriptions are compared only if both sides have one. */
function spokenChanges({ base, head }: Pair): Change[] {
  return [
    ...textChange("title", base.title, head.title),
    ...textChange("description", base.description, head.description),
    ...wordChanges(base.input as unknown as Schema, head.input as unknown as Schema),
  ];
}

/** A tool that kept its name or id but moved is the same tool only if the new path means the same. */
function operationChanges({ base, head }: Pair): Change[] {
  if (base.operation === head.operation) return [];
  const [was, is] = [base, head].map(({ operation }) => operation.split(" ")[0]!);
  const says = `is ${head.operation}, and was ${base.operation}`;
  if (was !== is) {
    const effect = READING.has(was!) && !READING.has(is!) ? ": it may write now, and only read before" : "";
    return [change("method-changed", says + effect)];
  }
  // An operation without a description is not served, so its name runs nothing.
  return isSameOperation(base, head) || !head.described
    ? [change("operation-moved", says)]
    : [change("operation-replaced", `${says}: the same name runs something else`)];
}

const READING: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS", "TRACE"]);

function effectChanges({ base, head }: Pair): Change[] {
  if (base.operation === head.operation && base.access === head.access) return [];
  const [was, is] = [effectsOf(base), effectsOf(head)];
  return [
    ...(is.destroys && !was.destroys
      ? [change("destroys-now", "may delete or destroy, and did not before")]
      : []),
    ...(is.notifies && !was.notifies
      ? [change("notifies-now", "may notify people, and did not before")]
      : []),
  ];
}

function nameChanges({ base, head }: Pair): Change[] {
  const answered = new Set([head.name, ...head.aliases]);
  const lost = [base.name, ...base.aliases].filter((name) => !answered.has(name));
  const won = [...answered].filter((name) => name !== base.name && !base.aliases.includes(name));
  return [
    ...renameChanges(base, head, lost),
    ...idChanges(base, head),
    ...lost
      .filter((name) => name !== base.name)
      .map((name) => change("alias-removed", `${name} no longer answers`, { at: "aliases" })),
    ...won
      .filter((name) => name !== head.name)
      .map((name) => change("alias-added", `${name} answers too`, { at: "aliases" })),
  ];
}

function renameChanges(base: ToolState, head: ToolState, lost: readonly string[]): Change[] {
  if (base.name === head.name) return [];
  return lost.includes(base.name)
    ? [change("name-lost", `is ${head.name}; ${base.name} no longer answers`, { at: "name" })]
    : [change("name-changed", `is ${head.name}; ${base.name} goes on answering`, { at: "name" })];
}

function idChanges({ operationId: was }: ToolState, { operationId: is }: ToolState): Change[] {
  if (was === undefined || is === undefined || was === is) return [];
  return [change("operation-id-changed", `is ${is} upstream, and was ${was}`, { at: "operationId" })];
}

function describedChange({ described }: ToolState): Change {
  return described
    ? change("described", "has a description now, so it is served")
    : change("undescribed", "has no description any more, so it is not served");
}

/** Server URLs allow and deny by access class. A URL that names the old class loses the tool. */
function accessChanges({ base, head }: Pair): Change[] {
  if (base.access === head.access) return [];
  const effect = isRead(base) && !isRead(head) ? "; clients that may only read lose it" : "";
  const gain = !isRead(base) && isRead(head) ? "; clients that may only read gain it" : "";
  return [
    change("access-changed", `is ${head.access}, and was ${base.access}${effect}${gain}`, { at: "access" }),
  ];
}

function isRead({ access }: ToolState): boolean {
  return access === "list" || access === "get";
}

/** Hints decide how often clients ask, and whether read-only clients have the tool. */
function hintChanges({ base, head }: Pair): Change[] {
  const names = Object.keys(head.hints) as (keyof Hints)[];
  return names.flatMap((name) => {
    if (base.hints[name] === head.hints[name]) return [];
    const [kind, says] = HINTS[name][head.hints[name] ? "now" : "before"];
    return [change(kind, says, { at: `hints.${name}` })];
  });
}

const HINTS: Record<keyof Hints, Record<"now" | "before", readonly [ChangeKind, string]>> = {
  readOnlyHint: {
    now: ["read-only-claimed", "now claims only to read: clients may call it without asking"],
    before: ["read-only-lost", "no longer only reads"],
  },
  destructiveHint: {
    now: ["destructive-told", "now says that it destroys: clients may ask first"],
    before: ["destructive-denied", "no longer says that it destroys: clients may call it without asking"],
  },
  idempotentHint: {
    now: ["repeatable-claimed", "now says that it can be repeated: clients may try again by themselves"],
    before: ["repeatable-denied", "no longer says that it can be repeated"],
  },
  openWorldHint: {
    now: ["open-world-claimed", "now reaches beyond the API"],
    before: ["open-world-denied", "no longer reaches beyond the API"],
  },
};

/** Server URLs choose tools by tag. */
function tagChanges({ base, head }: Pair): Change[] {
  if (!base.described || !head.described) return [];
  const lost = base.tags.filter((tag) => !head.tags.includes(tag));
  const won = head.tags.filter((tag) => !base.tags.includes(tag));
  return [
    ...lost.map((tag) =>
      change("tag-removed", `no longer has ${tag}; server URLs that choose it lose the tool`, { at: "tags" }),
    ),
    ...won.map((tag) =>
      change("tag-added", `has ${tag}; server URLs that choose it gain the tool`, { at: "tags" }),
    ),
  ];
}

function pollChanges({ base, head }: Pair): Change[] {
  if (base.poll === undefined || head.poll === undefined || isDeepStrictEqual(base.poll, head.poll))
    return [];
  const at = "poll";
  if (head.poll === "none") return [change("poll-lost", "callers can no longer wait for its result", { at })];
  if (base.poll === "none")
    return [change("poll-added", `callers can wait for its result with ${head.poll.tool}`, { at })];
  return [
    change("poll-changed", `callers wait for its result in another way, with ${head.poll.tool}`, { at }),
  ];
}
