/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { readLog, type LogEntry } from "../audit/read-log.js";
import { logQuery } from "../api/schemas/log.js";
import { faultsOf } from "../api/validation.js";
import type { Core } from "../core.js";
import { faultOf } from "./accounts.js";
import { Faults, State } from "./layout.js";
import { queryOf, visited, type PageApp, type PageParts } from "./room.js";

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
        <LogPage {...{ query, entries, next, names, faults }} />,
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

/** A field's local time, which is meant in UTC. */
function isoOf(time: string): string {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d$/.test(time) ? `${time}:00Z` : time;
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

interface LogPageProps {
  readonly query: Readonly<Record<string, string>>;
  readonly entries: readonly LogEntry[];
  readonly next: string | null;
  readonly names: ReadonlyMap<string, string>;
  readonly faults: readonly string[];
}

const kinds = [
  ["", "All"],
  ["call", "Calls of tools"],
  ["manage", "Management"],
  ["access", "Turned away"],
] as const;

function LogPage({ query, entries, next, names, faults }: LogPageProps) {
  const servers = [["", "All"], ...names] as [string, string][];
  const { cursor: _cursor, ...filters } = query;
  return (
    <>
      <div class="head">
        <h1>Log</h1>
      </div>
      <form class="card filters" method="get" action="/audit">
        <Select name="kind" label="Kind" now={query["kind"]} options={kinds} />
        <Select name="server_id" label="Server" now={query["server_id"]} options={servers} />
        <Text name="tool" label="Tool" query={query} />
        <Text name="action" label="Action" query={query} />
        <Text name="outcome" label="Outcome" query={query} />
        <Text name="actor" label="Who" query={query} />
        <Text name="since" label="From (UTC)" query={query} type="datetime-local" />
        <Text name="until" label="Before (UTC)" query={query} type="datetime-local" />
        <div class="row">
          <button class="primary">Search</button>
          <a href="/audit">Clear</a>
        </div>
      </form>
      <Faults faults={faults} />
      {entries.length === 0 ? (
        <p class="card empty">Nothing that fits.</p>
      ) : (
        <div class="card tablecard">
          <table class="log">
            <thead>
              <tr>
                <th scope="col">Time (UTC)</th>
                <th scope="col">What</th>
                <th scope="col">Outcome</th>
                <th scope="col">Who</th>
                <th scope="col">Details</th>
              </tr>
            </thead>
            <tbody>
              {entries.map((entry) => (
                <Entry entry={entry} serverName={names.get(entry.server_id ?? "")} />
              ))}
            </tbody>
          </table>
        </div>
      )}
      {next && (
        <a class="button" href={`/audit?${new URLSearchParams({ ...filters, cursor: next })}`}>
          Older
        </a>
      )}
    </>
  );
}

function Entry({ entry, serverName }: { readonly entry: LogEntry; readonly serverName: string | undefined }) {
  const who =
    entry.kind === "call" && entry.actor === "server" ? (serverName ?? entry.server_id) : entry.actor;
  return (
    <tr>
      <td data-label="Time (UTC)" class="small nowrap">
        <time datetime={entry.at}>{entry.at.slice(0, 19).replace("T", " ")}</time>
      </td>
      <td data-label="What" class="mono">
        {entry.tool ?? entry.action}
      </td>
      <td data-label="Outcome">
        <State name={entry.outcome} tone={entry.outcome === "ok" ? "good" : "bad"} />
      </td>
      <td data-label="Who">{who}</td>
      <td data-label="Details">
        <details class="inline">
          <summary>{glance(entry)}</summary>
          <div>
            <pre>{JSON.stringify(entry, (_name, value: unknown) => value ?? undefined, 2)}</pre>
          </div>
        </details>
      </td>
    </tr>
  );
}

/** What is most wanted of an entry, in a few words. */
function glance({ kind, duration_ms, upstream_status, argument_names, address }: LogEntry): string {
  if (kind !== "call") return address ?? "More";
  const parts = [
    duration_ms === null ? undefined : `${duration_ms} ms`,
    upstream_status === null ? undefined : `HTTP ${upstream_status}`,
    argument_names?.length ? argument_names.slice(0, 3).join(", ") : undefined,
  ];
  return parts.filter(Boolean).join(" · ") || "More";
}

interface SelectProps {
  readonly name: string;
  readonly label: string;
  readonly now: string | undefined;
  readonly options: readonly (readonly [string, string])[];
}

function Select({ name, label, now = "", options }: SelectProps) {
  return (
    <div class="field">
      <label for={`by-${name}`}>{label}</label>
      <select id={`by-${name}`} name={name}>
        {options.map(([value, words]) => (
          <option value={value} selected={value === now}>
            {words}
          </option>
        ))}
      </select>
    </div>
  );
}

interface TextProps {
  readonly name: string;
  readonly label: string;
  readonly query: Readonly<Record<string, string>>;
  readonly type?: string;
}

function Text({ name, label, query, type = "text" }: TextProps) {
  return (
    <div class="field">
      <label for={`by-${name}`}>{label}</label>
      <input id={`by-${name}`} name={name} type={type} value={query[name]?.replace(/:\d\d(\.\d+)?Z$/, "")} />
    </div>
  );
}
