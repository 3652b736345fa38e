import { tokensFrom, type Auth, type Scheme } from "../../runtime/contract/auth.js";
import { sentAs } from "../../runtime/contract/auth-words.js";
import { change, type Change } from "./change.js";
import type { DocumentContract } from "./contract/operation.js";

/** Where calls go and how the key is sent. */
export interface Destination {
  /** Base URLs by region or name. The first one is the default. */
  readonly servers: Readonly<Record<string, string>>;
  /** Absent where the API needs no credentials. */
  readonly auth?: Auth;
  /** Servers and security schemes of the document; absent if there is no document. */
  readonly document?: Pick<DocumentContract, "servers" | "schemes">;
}

/** All changes of where the key goes and how it is sent. */
export function destinationChanges(
  before: Destination | undefined,
  after: Destination | undefined,
): Change[] {
  if (!before || !after) return [];
  const served = serverChanges(before.servers, after.servers);
  return [
    ...served,
    ...keyChanges(before.auth, after.auth),
    ...documentChanges(before.document, after.document, served.length > 0),
  ];
}

function serverChanges(before: Destination["servers"], after: Destination["servers"]): Change[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])];
  const each = names.flatMap((name) => {
    const [was, is] = [before[name], after[name]];
    if (was === is) return [];
    const at = `servers.${name}`;
    if (was === undefined) return [change("server-changed", `is new: ${is}`, { at })];
    if (is === undefined) return [change("server-changed", `is gone: ${was}`, { at })];
    return [change("server-changed", `is ${is}, and was ${was}: the key goes there`, { at })];
  });
  const [first, other] = [Object.values(before)[0], Object.values(after)[0]];
  if (first === other || each.length > 0) return each;
  return [change("server-changed", `begin with ${other}, and began with ${first}`, { at: "servers" })];
}

function keyChanges(before: Auth | undefined, after: Auth | undefined): Change[] {
  const [was, is] = [placement(before), placement(after)];
  if (was === is) return [];
  return [change("key-changed", `is sent ${is}, and was sent ${was}`, { at: "key" })];
}

/** How credentials are sent. Names of schemes and variables don't count: nothing is sent elsewhere by them. */
function placement(auth: Auth | undefined): string {
  const ways = (auth?.ways ?? []).map((way) =>
    way.map((name) => placeOf(auth!.schemes[name]!)).join(" and "),
  );
  return ways.filter((way) => way !== "").join(", or ") || "nowhere";
}

function placeOf(scheme: Scheme): string {
  const from = scheme.kind === "oauth" ? tokensFrom(scheme) : undefined;
  const tokens = from === undefined ? "" : `, with tokens from ${from}`;
  if (scheme.kind !== "key") return sentAs(scheme).replaceAll("`", "") + tokens;
  const { in: place, name, prefix } = scheme;
  return `in the ${place}${place === "header" ? "" : " as"} ${name}${prefix === "" ? "" : ` after “${prefix.trim()}”`}`;
}

/** The document may list other servers than `surface.yaml`. Calls use the servers of `surface.yaml`. */
function documentChanges(
  before: Destination["document"],
  after: Destination["document"],
  isTold: boolean,
): Change[] {
  if (!before || !after) return [];
  const lost = before.servers.filter((server) => !after.servers.includes(server));
  const won = after.servers.filter((server) => !before.servers.includes(server));
  const isReordered =
    lost.length === 0 && won.length === 0 && before.servers.join("\n") !== after.servers.join("\n");
  const at = "document.servers";
  const isReplaced = won.length === 1 && lost.length === 1;
  return [
    ...(isReplaced
      ? [change("server-changed", `the document has ${won[0]} instead of ${lost[0]}`, { at })]
      : [
          ...won.map((server) => change("server-changed", `the document adds ${server}`, { at })),
          ...lost.map((server) => change("server-changed", `the document drops ${server}`, { at })),
        ]),
    ...(isReordered && !isTold
      ? [change("server-changed", `the document now begins with ${after.servers[0]}`, { at })]
      : []),
    ...schemeChanges(before.schemes, after.schemes),
  ];
}

function schemeChanges(before: ReadonlyMap<string, string>, after: ReadonlyMap<string, string>): Change[] {
  return [...new Set([...before.keys(), ...after.keys()])].sort().flatMap((name) => {
    const [was, is] = [before.get(name), after.get(name)];
    if (was === is) return [];
    const at = `security.${name}`;
    const said = (value: string) => (value === "" ? "" : ` (${value})`);
    if (was === undefined) return [change("scheme-changed", `is new${said(is!)}`, { at })];
    if (is === undefined) return [change("scheme-changed", `is gone${said(was)}`, { at })];
    return [change("scheme-changed", `is ${is}, and was ${was}`, { at })];
  });
}
