import { sql, type RawBuilder, type SelectQueryBuilder } from "kysely";
import type { Core, ListPage, PageQuery } from "../core.js";
import { badRequest } from "../error.js";
import { newestFirst, pageOf, usualLimit } from "../page-query.js";
import type { Schema, ServerRow } from "../store/schema.js";
import type { Db } from "../store/store.js";
import { serverOf, type Server, type ServerState } from "./server.js";

/** Which servers of all accounts are meant. Each given field must fit. */
export interface ServerFilter {
  /** Only this id or exact name. */
  readonly called?: string;
  /** A part of the name, or of the account's name. */
  readonly search?: string;
  readonly integrated_account_id?: string;
  /** The person who made it: the actor of the audit log. */
  readonly made_by?: string;
  readonly state?: ServerState;
  /** ISO time: made before it, and not used since. */
  readonly unused_since?: string;
  /** ISO time: expires before it. */
  readonly expires_before?: string;
}

export interface AllServersQuery extends ServerFilter, PageQuery {
  /** Revoked ones too. */
  readonly revoked?: boolean;
  readonly sort?: ServerSort;
}

interface Order {
  /** The text by which rows are sorted. No value is last. */
  readonly by: RawBuilder<string>;
  readonly direction: "asc" | "desc";
}

/** The orders of a list besides the newest first. */
const orders = {
  name: { by: sql<string>`lower(servers.name)`, direction: "asc" },
  last_used: { by: sql<string>`coalesce(servers.last_used_at, '')`, direction: "desc" },
  expires: { by: sql<string>`coalesce(servers.expires_at, '9')`, direction: "asc" },
} as const satisfies Readonly<Record<string, Order>>;

type ServerSort = "created" | keyof typeof orders;
export const serverSorts = ["created", ...(Object.keys(orders) as (keyof typeof orders)[])] as const;

type FoundRow = ServerRow & { readonly api: string };
type Found = SelectQueryBuilder<Schema, "servers" | "accounts", FoundRow>;

/** Servers of all accounts, newest first or in another order. */
export async function listAllServers(core: Core, query: AllServersQuery = {}): Promise<ListPage<Server>> {
  const { revoked = false, sort = "created", limit = usualLimit } = query;
  const now = core.now().toISOString();
  let rows = matching(core.store.db, query, now);
  if (!revoked && query.state === undefined) rows = rows.where("servers.revoked_at", "is", null);
  const shown = ({ api, ...row }: FoundRow) => serverOf(core, { api }, row);
  if (sort === "created") return pageOf(await newestFirst(rows, query, "servers.id").execute(), query, shown);
  const { by, direction } = orders[sort];
  const after = direction === "asc" ? sql`>` : sql`<`;
  if (query.cursor !== undefined) {
    const [value, id] = positionOf(query.cursor);
    rows = rows.where(sql<boolean>`(${by}, servers.id) ${after} (${value}, ${id})`);
  }
  const found = await rows
    .select(by.as("position"))
    .orderBy(by, direction)
    .orderBy("servers.id", direction)
    .limit(limit + 1)
    .execute();
  const last = found.length > limit ? found[limit - 1]! : undefined;
  return {
    result: found.slice(0, limit).map(({ position: _, ...row }) => shown(row)),
    next_cursor: last ? Buffer.from(JSON.stringify([last.position, last.id])).toString("base64url") : null,
  };
}

/** The rows of servers that a filter means, of accounts that exist. */
export function matching(db: Db, filter: ServerFilter, now: string): Found {
  let rows = db
    .selectFrom("servers")
    .innerJoin("accounts", "accounts.id", "servers.account_id")
    .selectAll("servers")
    .select("accounts.api")
    .where("accounts.deleted_at", "is", null);
  const { called, search, integrated_account_id, made_by, unused_since, expires_before } = filter;
  if (called !== undefined)
    rows = rows.where((row) => row.or([row("servers.id", "=", called), row("servers.name", "=", called)]));
  if (search !== undefined) {
    const part = `%${search.toLowerCase().replace(/[\\%_]/g, "\\$&")}%`;
    rows = rows.where(
      sql<boolean>`(lower(servers.name) like ${part} escape '\\' or lower(accounts.name) like ${part} escape '\\')`,
    );
  }
  if (integrated_account_id !== undefined)
    rows = rows.where("servers.account_id", "=", integrated_account_id);
  if (made_by !== undefined) rows = rows.where("servers.created_by", "=", made_by);
  if (unused_since !== undefined) {
    const time = new Date(unused_since).toISOString();
    rows = rows
      .where("servers.created_at", "<", time)
      .where((row) =>
        row.or([row("servers.last_used_at", "is", null), row("servers.last_used_at", "<", time)]),
      );
  }
  if (expires_before !== undefined)
    rows = rows.where("servers.expires_at", "<", new Date(expires_before).toISOString());
  return filter.state === undefined ? rows : rows.where(states[filter.state](now));
}

/** The conditions of the states that `stateOf` computes. */
const states: Readonly<Record<ServerState, (now: string) => RawBuilder<boolean>>> = {
  active: (now) =>
    sql`servers.revoked_at is null and (servers.expires_at is null or servers.expires_at > ${now})`,
  expired: (now) => sql`servers.revoked_at is null and servers.expires_at <= ${now}`,
  revoked: () => sql`servers.revoked_at is not null`,
};

function positionOf(cursor: string): readonly [value: string, id: string] {
  try {
    const [value, id] = JSON.parse(Buffer.from(cursor, "base64url").toString("utf8")) as unknown[];
    if (typeof value === "string" && typeof id === "string") return [value, id];
  } catch {
    // The same fault as for a cursor of another list.
  }
  throw badRequest("cursor: is not a cursor of this list");
}
