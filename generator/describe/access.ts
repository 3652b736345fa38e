import type { Access, Hints } from "../../runtime/contract/tool.js";
import type { Operation } from "../model/operation.js";
import type { PartialWords } from "./words.js";

/**
 * What a tool does, by the first word of its name and by its method; a words file may say otherwise. Without a words
 * file an answer that is a list counts too.
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

/** The four hints by HTTP's own meaning of the method, unless a words file says otherwise. */
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
