import { isDeepStrictEqual } from "node:util";
import type { Hints } from "../../runtime/contract/tool.js";
import type { Change, Verdict } from "./change.js";
import type { Pair } from "./match.js";
import { recordChanges, type Schema } from "./schema-changes.js";
import type { ToolState } from "./state.js";
import { textChange, wordChanges } from "./word-changes.js";

/** Everything that is different about a tool. The gravest comes first where it is shown, not here. */
export function toolChanges(pair: Pair): Change[] {
  const { base, head } = pair;
  return [
    ...operationChanges(pair),
    ...nameChanges(pair),
    ...(base.described === head.described ? [] : [describedChange(head)]),
    ...accessChanges(pair),
    ...hintChanges(pair),
    ...tagChanges(pair),
    ...recordChanges(base.input as unknown as Schema, head.input as unknown as Schema, ""),
    ...pollChanges(pair),
    ...(base.described === head.described ? spokenChanges(pair) : []),
  ];
}

/** What stands where words are missing is nothing to compare words with. */
function spokenChanges({ base, head }: Pair): Change[] {
  return [
    ...textChange("title", base.title, head.title),
    ...textChange("description", base.description, head.description),
    ...wordChanges(base.input as unknown as Schema, head.input as unknown as Schema),
  ];
}

function operationChanges({ base, head }: Pair): Change[] {
  if (base.operation === head.operation) return [];
  const [was, is] = [base, head].map(({ operation }) => operation.split(" ")[0]!);
  const says = `is ${head.operation}, and was ${base.operation}`;
  if (was === is) return [change("operation-moved", "harmless", undefined, says)];
  const effect = READING.has(was!) && !READING.has(is!) ? ": what only read may now write" : "";
  return [change("method-changed", "breaking", undefined, says + effect)];
}

const READING: ReadonlySet<string> = new Set(["GET", "HEAD", "OPTIONS", "TRACE"]);

function nameChanges({ base, head }: Pair): Change[] {
  const answered = new Set([head.name, ...head.aliases]);
  const lost = [base.name, ...base.aliases].filter((name) => !answered.has(name));
  const won = [...answered].filter((name) => name !== base.name && !base.aliases.includes(name));
  const renamed =
    base.name === head.name
      ? []
      : [
          lost.includes(base.name)
            ? change("name-lost", "breaking", "name", `is ${head.name}; ${base.name} no longer answers`)
            : change("name-changed", "harmless", "name", `is ${head.name}; ${base.name} goes on answering`),
        ];
  const upstream =
    base.operationId === undefined || head.operationId === undefined || base.operationId === head.operationId
      ? []
      : [
          change(
            "operation-id-changed",
            "harmless",
            "operationId",
            `is ${head.operationId} upstream, and was ${base.operationId}`,
          ),
        ];
  return [
    ...renamed,
    ...upstream,
    ...lost
      .filter((name) => name !== base.name)
      .map((name) => change("alias-removed", "breaking", "aliases", `${name} no longer answers`)),
    ...won
      .filter((name) => name !== head.name)
      .map((name) => change("alias-added", "harmless", "aliases", `${name} answers too`)),
  ];
}

function describedChange({ described }: ToolState): Change {
  return described
    ? change("described", "widening", undefined, "is described now, and so it is served")
    : change(
        "undescribed",
        "breaking",
        undefined,
        "has no words any more, so it is not served until it is described",
      );
}

/** Server URLs allow and deny by access class, so one that names the former class loses the tool. */
function accessChanges({ base, head }: Pair): Change[] {
  if (base.access === head.access) return [];
  const effect = isRead(base) && !isRead(head) ? "; clients that may only read lose it" : "";
  const gain = !isRead(base) && isRead(head) ? "; clients that may only read gain it" : "";
  return [
    change(
      "access-changed",
      "breaking",
      "access",
      `is ${head.access}, and was ${base.access}${effect}${gain}`,
    ),
  ];
}

function isRead({ access }: ToolState): boolean {
  return access === "list" || access === "get";
}

/** Which way a hint makes clients ask less, and which way it takes a tool from those that only read. */
function hintChanges({ base, head }: Pair): Change[] {
  const names = Object.keys(head.hints) as (keyof Hints)[];
  return names.flatMap((name) => {
    if (base.hints[name] === head.hints[name]) return [];
    const { verdict, says } = HINTS[name][head.hints[name] ? "now" : "before"];
    return [change("hint-changed", verdict, `hints.${name}`, says)];
  });
}

const HINTS: Record<keyof Hints, Record<"now" | "before", { verdict: Verdict; says: string }>> = {
  readOnlyHint: {
    now: { verdict: "widening", says: "now claims only to read: clients may call it without asking" },
    before: { verdict: "breaking", says: "no longer only reads" },
  },
  destructiveHint: {
    now: { verdict: "harmless", says: "now says that it destroys: clients may ask first" },
    before: {
      verdict: "widening",
      says: "no longer says that it destroys: clients may call it without asking",
    },
  },
  idempotentHint: {
    now: {
      verdict: "widening",
      says: "now says that it can be repeated: clients may try again by themselves",
    },
    before: { verdict: "harmless", says: "no longer says that it can be repeated" },
  },
  openWorldHint: {
    now: { verdict: "widening", says: "now reaches beyond the API" },
    before: { verdict: "harmless", says: "no longer reaches beyond the API" },
  },
};

/** Server URLs choose by tag: whoever chose a tag that goes loses the tool, whoever chose one that comes gains it. */
function tagChanges({ base, head }: Pair): Change[] {
  if (!base.described || !head.described) return [];
  const lost = base.tags.filter((tag) => !head.tags.includes(tag));
  const won = head.tags.filter((tag) => !base.tags.includes(tag));
  return [
    ...lost.map((tag) =>
      change(
        "tag-removed",
        "breaking",
        "tags",
        `no longer bears ${tag}; server URLs that choose it lose the tool`,
      ),
    ),
    ...won.map((tag) =>
      change("tag-added", "widening", "tags", `bears ${tag}; server URLs that choose it gain the tool`),
    ),
  ];
}

function pollChanges({ base, head }: Pair): Change[] {
  if (base.poll === undefined || head.poll === undefined || isDeepStrictEqual(base.poll, head.poll))
    return [];
  if (head.poll === "none")
    return [change("poll-lost", "breaking", "poll", "its work can no longer be waited for")];
  if (base.poll === "none")
    return [change("poll-added", "harmless", "poll", `its work can be waited for, by ${head.poll.tool}`)];
  return [change("poll-changed", "harmless", "poll", `its work is followed otherwise, by ${head.poll.tool}`)];
}

function change(kind: string, verdict: Verdict, at: string | undefined, says: string): Change {
  return at === undefined ? { kind, verdict, says } : { kind, verdict, at, says };
}
