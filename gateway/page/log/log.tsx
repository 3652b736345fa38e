/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { logQuery } from "../../api/schemas/log.js";
import { faultsOf } from "../../api/validation.js";
import { readLog } from "../../audit/read-log.js";
import type { Core } from "../../core.js";
import { faultOf } from "../faults.js";
import { queryOf, visited, type PageApp, type PageParts } from "../page-handler.js";
import { LogPage } from "./log-page.js";
import { isoOf } from "./times.js";

/** The audit log with its filters. */
export function mountLogPage(page: PageApp, parts: PageParts): void {
  const { core } = parts;
  page.get(
    "/audit",
    visited(parts, async ({ c, show }) => {
      const query = queryOf(c);
      const { entries, next, faults } = await found(core, query);
      const names = await serverNames(core);
      return show(
        { title: "Log", room: "audit" },
        <LogPage {...{ query, entries, next, names, faults }} audit={core.audit.counts} />,
        faults.length > 0 ? 400 : undefined,
      );
    }),
  );
}

async function found(core: Core, query: Record<string, string>) {
  const none = { entries: [], next: null };
  const { since, until, ...rest } = query;
  const times = { ...(since ? { since: isoOf(since) } : {}), ...(until ? { until: isoOf(until) } : {}) };
  const { data, error } = logQuery.safeParse({ ...rest, ...times });
  if (!data) return { ...none, faults: faultsOf("query", error) };
  try {
    const { result, next_cursor } = await readLog(core, data);
    return { entries: result, next: next_cursor, faults: [] };
  } catch (error) {
    return { ...none, faults: faultOf(error) };
  }
}

async function serverNames({ store }: Core): Promise<Map<string, string>> {
  const rows = await store.db
    .selectFrom("servers")
    .select(["id", "name"])
    .orderBy("id", "desc")
    .limit(500)
    .execute();
  return new Map(rows.map(({ id, name }) => [id, name]));
}
