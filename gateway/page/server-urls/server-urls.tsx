/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { allServersQuery } from "../../api/schemas/servers.js";
import type { Core } from "../../core.js";
import { listAllServers } from "../../servers/server-lists.js";
import { faultOf, filterFaults } from "../faults.js";
import { queryOf, visited, type PageApp, type PageParts } from "../page-handler.js";
import { accountNames, MOST_CHOICES } from "./account-names.js";
import { mountBulkRevoking } from "./bulk-revoke.js";
import { filterLabels, ServerUrls } from "./list.js";

/** The server URLs of all accounts, with search, filters and an order. */
export function mountServerUrls(page: PageApp, parts: PageParts): void {
  const { core } = parts;
  page.get(
    "/server-urls",
    visited(parts, async ({ c, session, show }) => {
      const query = queryOf(c);
      const [{ servers, next, faults }, accounts, makers] = await Promise.all([
        found(core, query),
        accountNames(core),
        makersOf(core),
      ]);
      return show(
        { title: "Server URLs", room: "servers" },
        <ServerUrls {...{ servers, next, faults, accounts, makers, session, query }} />,
        faults.length > 0 ? 400 : undefined,
      );
    }),
  );
  mountBulkRevoking(page, parts);
}

async function found(core: Core, query: Record<string, string>) {
  const none = { servers: [], next: null };
  const { data, error } = allServersQuery.safeParse(query);
  if (!data) return { ...none, faults: filterFaults(error, filterLabels) };
  try {
    const { result, next_cursor } = await listAllServers(core, data);
    return { servers: result, next: next_cursor, faults: [] };
  } catch (error) {
    return { ...none, faults: faultOf(error) };
  }
}

async function makersOf({ store }: Core): Promise<readonly string[]> {
  const rows = await store.db
    .selectFrom("servers")
    .select("made_by")
    .distinct()
    .where("made_by", "is not", null)
    .orderBy("made_by")
    .limit(MOST_CHOICES)
    .execute();
  return rows.map(({ made_by }) => made_by!);
}
