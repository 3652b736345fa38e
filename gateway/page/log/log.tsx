/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { logQuery } from "../../api/schemas/log.js";
import type { Core } from "../../core.js";
import { faultOf, filterFaults } from "../faults.js";
import { queryOf, visited, type PageApp, type PageParts } from "../page-handler.js";
import { filterLabels, LogPage } from "./log-page.js";
import { LogRows } from "./log-table.js";
import { readTail, type LogPart } from "./tail.js";
import { isoOf } from "./times.js";

/** The audit log with its filters. The newest entries renew themselves. */
export function mountLogPage(page: PageApp, parts: PageParts): void {
  const { core } = parts;
  page.get(
    "/audit",
    visited(parts, async ({ c, show }) => {
      const query = queryOf(c);
      const [found, servers] = await Promise.all([find(core, query), serverChoices(core)]);
      return show(
        { title: "Activity", room: "audit" },
        <LogPage {...found} {...{ query, servers }} audit={core.audit.counts} />,
        found.faults.length > 0 ? 400 : undefined,
      );
    }),
  );
  page.get(
    "/audit/rows",
    visited(parts, async ({ c, showPart }) => showPart(<LogRows {...await find(core, queryOf(c))} />)),
  );
  page.get(
    "/audit/rows-of/:server",
    visited(parts, async ({ c, showPart }) => {
      const { entries } = await readTail(core, { server_id: c.req.param("server")! });
      return showPart(<LogRows entries={entries} />);
    }),
  );
}

async function find(
  core: Core,
  query: Record<string, string>,
): Promise<LogPart & { readonly faults: readonly string[] }> {
  const none = { entries: [], next: null, names: new Map<string, string>() };
  const { since, until, ...rest } = query;
  const times = { ...(since ? { since: isoOf(since) } : {}), ...(until ? { until: isoOf(until) } : {}) };
  const { data, error } = logQuery.safeParse({ ...rest, ...times });
  if (!data) return { ...none, faults: filterFaults(error, filterLabels) };
  try {
    return { ...(await readTail(core, data)), faults: [] };
  } catch (error) {
    return { ...none, faults: faultOf(error) };
  }
}

const MOST_CHOICES = 500;

async function serverChoices({ store }: Core): Promise<ReadonlyMap<string, string>> {
  const rows = await store.db
    .selectFrom("servers")
    .select(["id", "name"])
    .orderBy("id", "desc")
    .limit(MOST_CHOICES)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
