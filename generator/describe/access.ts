import type { Access, Hints } from "../../runtime/contract/tool.js";
import type { Operation } from "../model/operation.js";
import type { PartialWords } from "./words.js";

/**
 * The access class of a tool: from its name, else from its HTTP method. A descriptions file may override it. Without
 * such a file, a GET that answers a list is a list.
 */
export function accessOf(name: string, operation: Operation, words: PartialWords | undefined): Access {
  if (words?.access) return words.access;
  const verb = verbOf(name, words);
  const { method } = operation;
  if (method === "DELETE") return "delete";
  if (method === "GET" || method === "HEAD" || method === "OPTIONS" || method === "TRACE") {
    if (words?.hints?.read_only === false) return "custom";
    return LISTING.has(verb) || (words?.name === undefined && answersList(operation)) ? "list" : "get";
  }
  if (CREATING.has(verb)) return "create";
  return UPDATING.has(verb) ? "update" : "custom";
}

/** The first word; of a name without a description also the last one, as in `droplets_list`. */
function verbOf(name: string, words: PartialWords | undefined): string {
  const all = name.split("_");
  const [first = "", last = ""] = [all[0], all.at(-1)];
  return words?.name === undefined && !isVerb(first) && isVerb(last) ? last : first;
}

function isVerb(word: string): boolean {
  return [LISTING, CREATING, UPDATING, READING].some((verbs) => verbs.has(word));
}

/** The four hints as HTTP defines the method. A descriptions file may override them. */
export function hintsOf({ method }: Operation, words: PartialWords | undefined): Hints {
  const reads = words?.hints?.read_only ?? SAFE.has(method);
  return {
    readOnlyHint: reads,
    destructiveHint: words?.hints?.destructive ?? (!reads && method === "DELETE"),
    idempotentHint: words?.hints?.idempotent ?? (reads || method === "PUT" || method === "DELETE"),
    openWorldHint: true,
  };
}

const SAFE = new Set(["GET", "HEAD", "OPTIONS", "TRACE"]);
const LISTING = new Set(["list", "search", "find"]);
const READING = new Set(["get", "read", "show"]);
const CREATING = new Set(["create", "add", "new"]);
const UPDATING = new Set(["update", "set", "replace", "patch", "edit"]);

function answersList({ answer }: Operation): boolean {
  return answer?.kind === "list";
}
