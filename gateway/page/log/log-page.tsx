/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { AuditCounts } from "../../audit/audit-log.js";
import type { AuditKind } from "../../audit/fields.js";
import { Filters, SelectFilter, TextFilter } from "../filters.js";
import { Faults } from "../parts.js";
import { addressOf } from "../sorting.js";
import { AuditState } from "./audit-state.js";
import { ExportLinks } from "./export-links.js";
import { LogTable } from "./log-table.js";
import type { LogPart } from "./tail.js";

interface LogPageProps extends LogPart {
  readonly query: Readonly<Record<string, string>>;
  /** The servers to choose from. */
  readonly servers: ReadonlyMap<string, string>;
  readonly faults: readonly string[];
  readonly audit: AuditCounts;
}

const kindWords: Readonly<Record<AuditKind, string>> = {
  call: "Tool calls",
  manage: "Management",
  access: "Refused requests",
};
const kinds = [["", "All"] as const, ...Object.entries(kindWords)];

const orders = [["", "Newest first"] as const, ["at", "Oldest first"] as const];

/** The words for the log's filters. */
export const filterLabels = {
  kind: "Kind",
  server_id: "Server URL",
  sort: "Order",
  tool: "Tool",
  action: "Action",
  outcome: "Outcome",
  actor: "Who",
  since: "From (UTC)",
  until: "Before (UTC)",
} as const;

/** The log's filters, and the matching entries. */
export function LogPage({ query, servers, entries, names, next, faults, audit }: LogPageProps) {
  const sorting = { path: "/audit", query };
  // A page that does not begin with the newest entry does not change.
  const isNewest = query["cursor"] === undefined && query["sort"] !== "at";
  const live = isNewest ? addressOf({ path: "/audit/rows", query }, {}) : undefined;
  const time = (name: string) => query[name]?.replace(/:\d\d(\.\d+)?Z$/, "");
  return (
    <>
      <div class="head">
        <div>
          <h1>Activity</h1>
          <p>Every call, every change and every refused request. New entries appear by themselves.</p>
        </div>
      </div>
      <Filters path="/audit">
        <SelectFilter name="kind" label={filterLabels.kind} now={query["kind"]} options={kinds} />
        <SelectFilter
          name="server_id"
          label={filterLabels.server_id}
          now={query["server_id"]}
          options={[["", "All"], ...servers]}
        />
        <SelectFilter name="sort" label={filterLabels.sort} now={query["sort"]} options={orders} />
        <TextFilter name="tool" label={filterLabels.tool} now={query["tool"]} />
        <TextFilter name="action" label={filterLabels.action} now={query["action"]} />
        <TextFilter name="outcome" label={filterLabels.outcome} now={query["outcome"]} />
        <TextFilter name="actor" label={filterLabels.actor} now={query["actor"]} />
        <TextFilter name="since" label={filterLabels.since} now={time("since")} type="datetime-local" />
        <TextFilter name="until" label={filterLabels.until} now={time("until")} type="datetime-local" />
      </Filters>
      <Faults faults={faults} />
      <AuditState audit={audit} />
      <ExportLinks query={query} />
      <LogTable {...{ entries, names, live }} none="No matching entries." />
      {next && (
        <a class="button" href={addressOf(sorting, { cursor: next })}>
          {query["sort"] === "at" ? "Newer" : "Older"}
        </a>
      )}
    </>
  );
}
