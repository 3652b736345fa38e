/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { useContext } from "hono/jsx";
import type { LogEntry } from "../../audit/fields.js";
import { State } from "../parts.js";
import { localTime, Zone } from "../zone.js";

interface LogRowsProps {
  readonly entries: readonly LogEntry[];
  /** The names of servers by their ids; absent where all entries are of one server. */
  readonly names?: ReadonlyMap<string, string>;
}

interface LogTableProps extends LogRowsProps {
  /** What an empty table says. */
  readonly none: string;
  /** The path of its rows, which the script asks for every 3 seconds. */
  readonly live?: string;
}

/** Entries of the log, the newest first. */
export function LogTable({ entries, names, none, live }: LogTableProps) {
  if (entries.length === 0) return <p class="card empty">{none}</p>;
  return (
    <div class="card tablecard">
      <table class={names ? "log" : "log short"}>
        <thead>
          <tr>
            <th scope="col">Time</th>
            <th scope="col">What</th>
            <th scope="col">Outcome</th>
            {names && <th scope="col">Server URL</th>}
            <th scope="col">Who</th>
            <th scope="col">Details</th>
          </tr>
        </thead>
        <tbody data-live={live}>
          <LogRows {...{ entries, names }} />
        </tbody>
      </table>
    </div>
  );
}

export function LogRows({ entries, names }: LogRowsProps) {
  const zone = useContext(Zone);
  return (
    <>
      {entries.map((entry) => (
        <tr>
          <td data-label="Time" class="small nowrap">
            <time datetime={entry.at} title={`${entry.at.slice(0, 19).replace("T", " ")} UTC`}>
              {localTime(entry.at, zone, "medium")}
            </time>
          </td>
          <td data-label="What" class="mono free">
            {entry.tool ?? entry.action}
          </td>
          <td data-label="Outcome" class="free">
            <State name={entry.outcome} tone={toneOf(entry.outcome)} />
          </td>
          {names && (
            <td data-label="Server URL" class="free">
              <ServerLink entry={entry} names={names} />
            </td>
          )}
          <td data-label="Who" class="free">
            {whoOf(entry)}
          </td>
          <td data-label="Details" class="free">
            <details class="inline">
              <summary>{glance(entry)}</summary>
              <div>
                <Facts entry={entry} />
              </div>
            </details>
          </td>
        </tr>
      ))}
    </>
  );
}

/** A call that waits for a person did not fail. */
function toneOf(outcome: string): string {
  if (outcome === "approval_needed") return "warn";
  return outcome === "ok" ? "good" : "bad";
}

function ServerLink({ entry, names }: Required<Pick<LogRowsProps, "names">> & { readonly entry: LogEntry }) {
  const { server_id, integrated_account_id } = entry;
  if (server_id === null) return <span class="soft">–</span>;
  return (
    <a href={`/accounts/${integrated_account_id}/servers/${server_id}`}>
      {names.get(server_id) ?? server_id}
    </a>
  );
}

function whoOf({ kind, actor }: LogEntry): string {
  return kind === "call" && actor === "server" ? "The URL alone" : actor.replace(/^oauth:/, "");
}

/** The most important facts of an entry, in a few words. */
function glance({ kind, duration_ms, upstream_status, address }: LogEntry): string {
  if (kind !== "call") return address ?? "More";
  const parts = [
    upstream_status === null ? undefined : `HTTP ${upstream_status}`,
    duration_ms === null ? undefined : `${duration_ms} ms`,
  ];
  return parts.filter(Boolean).join(" · ") || "More";
}

/** Facts of a call in words, and the whole entry. */
function Facts({ entry }: { readonly entry: LogEntry }) {
  const { upstream_ms, duration_ms, argument_names, trace_id, request_id } = entry;
  const rows: readonly (readonly [string, string | null])[] = [
    ["The API took", upstream_ms === null ? null : `${upstream_ms} ms`],
    [
      "Waiting and our work",
      upstream_ms === null || duration_ms === null ? null : `${Math.max(0, duration_ms - upstream_ms)} ms`,
    ],
    ["Arguments", entry.arguments === null ? (argument_names?.join(", ") ?? null) : null],
    ["Request", request_id],
    ["Trace", trace_id],
  ];
  return (
    <>
      <dl>
        {rows.map(([words, value]) =>
          value === null || value === "" ? null : (
            <>
              <dt>{words}</dt>
              <dd>{value}</dd>
            </>
          ),
        )}
      </dl>
      <pre>{JSON.stringify(entry, (_name, value: unknown) => value ?? undefined, 2)}</pre>
    </>
  );
}
