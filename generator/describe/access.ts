import type { Access, Hints } from "../../runtime/contract/tool.js";
import type { Operation } from "../model/operation.js";
import type { PartialWords } from "./words.js";

/**
 * The access class of a tool: from its name, else from its HTTP method. A descriptions file may override it. Without
 * such a file, a GET that answers a list is a list.
 */
export function accessOf(name: string, operation: Operation, words: PartialWords | undefined): Access {
  if (words?.access) return words.access;
  const verb = name.split("_")[0]!;
  const { method } = operation;
  if (method === "DELETE") return "delete";
  if (method === "GET" || method === "HEAD" || method === "OPTIONS" || method === "TRACE") {
    if (words?.hints?.read_only === false) return "custom";
    return LISTING.has(verb) || (words?.name === undefined && answersList(operation)) ? "list" : "get";
  }
  if (CREATING.has(verb)) return "create";
  return UPDATING.has(verb) ? "update" : "custom";
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
const CREATING = new Set(["create", "add", "new"]);
const UPDATING = new Set(["update", "set", "replace", "patch", "edit"]);

function answersList({ answer }: Operation): boolean {
  return answer?.kind === "list";
}
