/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { LogEntry } from "../../audit/fields.js";
import { readLog, type LogQuery } from "../../audit/read-log.js";
import type { Core } from "../../core.js";
import { serverNames } from "../server-names.js";
import { LogTable } from "./log-table.js";

export interface LogPart {
  readonly entries: readonly LogEntry[];
  readonly names: ReadonlyMap<string, string>;
  readonly next: string | null;
}

/** Entries of the log with the names of their servers. */
export async function readTail(core: Core, query: LogQuery): Promise<LogPart> {
  const { result, next_cursor } = await readLog(core, query);
  const names = await serverNames(
    core,
    result.map(({ server_id }) => server_id),
  );
  return { entries: result, names, next: next_cursor };
}

interface TailProps extends Omit<LogPart, "names"> {
  /** The server URL whose entries it shows. */
  readonly serverId: string;
}

/** The newest entries of a server URL. They renew themselves. */
export function Tail({ entries, next, serverId }: TailProps) {
  const query = new URLSearchParams({ server_id: serverId }).toString();
  return (
    <>
      <LogTable entries={entries} none="Nothing happened yet." live={`/audit/rows-of/${serverId}`} />
      {next && (
        <a class="button" href={`/audit?${query}`}>
          More, with filters
        </a>
      )}
    </>
  );
}
