import type { Change } from "./change.js";
import type { Item } from "./result.js";

/** The lists of a diff that show what an agent can newly do. */
interface Lists {
  readonly destination: readonly Change[];
  readonly added: readonly Item[];
  readonly removed: readonly Item[];
  readonly renamed: readonly Item[];
  readonly changed: readonly Item[];
}

/** What an agent can newly do, and what it can no longer do, in sentences. A reviewer reads this first. */
export function abilitiesOf({ destination, added, removed, renamed, changed }: Lists): string[] {
  const kept = [...renamed, ...changed];
  const withKind = (items: readonly Item[], ...kinds: readonly string[]) =>
    items.filter(({ changes }) => changes.some(({ kind }) => kinds.includes(kind)));
  const destroying = [...withKind(added, "destructive-tool-added"), ...withKind(kept, "destroys-now")];
  const notifying = [...withKind(added, "notifying-tool-added"), ...withKind(kept, "notifies-now")];
  const told = new Set([...destroying, ...notifying]);
  const others = added.filter((item) => item.described && !told.has(item));
  const waiting = added.filter((item) => !item.described && !told.has(item));
  const reads = others.filter(({ access }) => access === "list" || access === "get");
  const keyMoves =
    destination.length > 0 || withKind(kept, "security-changed", "own-server-changed").length > 0;
  const replaced = withKind([...kept, ...added], "name-reused", "operation-replaced", "method-changed");
  return [
    ...(keyMoves ? ["The API's key is sent to another place or in another way."] : []),
    ...sentence("An existing name now runs another operation", replaced),
    ...sentence("An agent can newly delete or destroy", destroying),
    ...sentence("An agent can newly notify people", notifying),
    ...sentence("An existing call may have a new side effect", withKind(kept, "side-effect-added")),
    ...sentence(
      "An agent can newly change records",
      others.filter((item) => !reads.includes(item)),
    ),
    ...sentence("An agent can newly read", reads),
    ...sentence("An agent can newly call, once it has a description", waiting),
    ...sentence("An agent can no longer call", removed),
  ];
}

function sentence(says: string, items: readonly Item[]): string[] {
  if (items.length === 0) return [];
  const names = items.slice(0, MOST_NAMED).map(({ tool }) => tool);
  const rest = items.length - names.length;
  return [`${says}: ${names.join(", ")}${rest > 0 ? ` and ${rest} more` : ""}.`];
}

const MOST_NAMED = 6;
