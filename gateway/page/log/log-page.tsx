/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { AuditCounts } from "../../audit/audit-log.js";
import type { AuditKind, LogEntry } from "../../audit/fields.js";
import { Faults } from "../parts.js";
import { AuditState } from "./audit-state.js";
import { ExportLinks } from "./export-links.js";
import { Entry } from "./entry.js";

export interface LogPageProps {
  readonly query: Readonly<Record<string, string>>;
  readonly entries: readonly LogEntry[];
  readonly next: string | null;
  readonly names: ReadonlyMap<string, string>;
  readonly faults: readonly string[];
  readonly audit: AuditCounts;
}

const kindWords: Readonly<Record<AuditKind, string>> = {
  call: "Tool calls",
  manage: "Management",
  access: "Refused requests",
};
const kinds = [["", "All"] as const, ...Object.entries(kindWords)];

/** The log's filters, and the matching entries. */
export function LogPage({ query, entries, next, names, faults, audit }: LogPageProps) {
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
      <AuditState audit={audit} />
      <ExportLinks query={filters} />
      {entries.length === 0 ? (
        <p class="card empty">No matching entries.</p>
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
        <a class="button" href={`/audit?${new URLSearchParams({ ...filters, cursor: next }).toString()}`}>
          Older
        </a>
      )}
    </>
  );
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
