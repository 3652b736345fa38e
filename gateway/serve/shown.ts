import { configOf, type Grant } from "../tokens/grants.js";
import type { Named } from "./access.js";

/** How a client names its server: by its token, in the path after the server's id or alone, or by the id alone. */
export type Shown =
  | { readonly in: "path"; readonly token: string; readonly serverId?: string }
  | { readonly in: "path"; readonly token?: undefined; readonly serverId: string }
  | { readonly in: "header" };

export function nameOf(shown: Shown, bearer: string | undefined): Named | undefined {
  if (shown.in === "header") return bearer === undefined ? undefined : { token: bearer };
  return shown.token === undefined ? { serverId: shown.serverId } : { token: shown.token };
}

/** Why a grant isn't opened under the URL that was asked, or nothing where it is. */
export function wrongUrl(shown: Shown, { server }: Grant): string | undefined {
  if (shown.in === "header" || shown.serverId === undefined) return undefined;
  if (shown.token !== undefined) return shown.serverId === server.id ? undefined : "other_server";
  return configOf(server).oauth?.without_token ? undefined : "token_missing";
}

/** The server in a path such as `/mcp/TOKEN`, and the name of its route. Ids and tokens have different prefixes. */
export function serverIn(path: string) {
  const [, kind, serverId, token] = /^\/(mcp|sse)(?:\/(srv_\w+))?(?:\/([^/]+))?$/.exec(path) ?? [];
  if (token !== undefined) {
    const name = serverId === undefined ? `/${kind}/:token` : `/${kind}/:server/:token`;
    return { kind, name, shown: { in: "path", token, serverId } as const };
  }
  if (serverId === undefined) return undefined;
  return { kind, name: `/${kind}/:server`, shown: { in: "path", serverId } as const };
}
