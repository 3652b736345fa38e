/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { useContext } from "hono/jsx";
import type { LogEntry } from "../../audit/fields.js";
import { State } from "../parts.js";
import { localTime, Zone } from "../zone.js";

export interface FeedProps {
  /** The newest entries of the log; undefined while it cannot be read. */
  readonly feed:
    { readonly entries: readonly LogEntry[]; readonly names: ReadonlyMap<string, string> } | undefined;
}

/** The newest entries of the log, one in a row. */
export function Feed({ feed }: FeedProps) {
  const zone = useContext(Zone);
  if (!feed) return <li class="soft">The log cannot be read now.</li>;
  const { entries, names } = feed;
  return (
    <>
      {entries.map((entry) => (
        <li>
          <span>
            <span class="mono">{entry.tool ?? entry.action}</span>{" "}
            <span class="soft small">{names.get(entry.server_id ?? "") ?? entry.actor}</span>{" "}
            {entry.outcome !== "ok" && <State name={entry.outcome} tone="bad" />}
          </span>
          <time datetime={entry.at} title={`${entry.at.slice(0, 19).replace("T", " ")} UTC`}>
            {localTime(entry.at, zone, "medium").slice(11)}
          </time>
        </li>
      ))}
    </>
  );
}
