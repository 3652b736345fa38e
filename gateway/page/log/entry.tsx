/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { LogEntry } from "../../audit/fields.js";
import { State } from "../parts.js";

/** A row of the log, with all fields in its details. */
export function Entry({
  entry,
  serverName,
}: {
  readonly entry: LogEntry;
  readonly serverName: string | undefined;
}) {
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
      <td data-label="Who" class="free">
        {who}
      </td>
      <td data-label="Details" class="free">
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

/** The most important facts of an entry, in a few words. */
function glance({ kind, duration_ms, upstream_status, argument_names, address }: LogEntry): string {
  if (kind !== "call") return address ?? "More";
  const parts = [
    duration_ms === null ? undefined : `${duration_ms} ms`,
    upstream_status === null ? undefined : `HTTP ${upstream_status}`,
    argument_names?.length ? argument_names.slice(0, 3).join(", ") : undefined,
  ];
  return parts.filter(Boolean).join(" · ") || "More";
}
