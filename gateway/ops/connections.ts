import { existsSync, readFileSync } from "node:fs";
import type { Server } from "node:http";
import type { Logger } from "pino";
import { logEvent } from "./log-events.js";

/** Files that the process needs besides its clients' connections: store, logs, and requests to the API. */
const keptForOthers = 96;
const sayEveryMs = 10_000;

/**
 * Reserves files for requests to the API and for the store. Without it, many connections could use all files that the
 * process may open, and every call would fail. Excess connections are dropped, counted and logged.
 */
export function boundConnections(server: Server, logger: Logger, dropped: () => void): void {
  const files = openFilesLimit();
  if (files === undefined) return;
  server.maxConnections = Math.max(32, files - keptForOthers);
  let [count, saidAt] = [0, 0];
  server.on("drop", () => {
    dropped();
    count += 1;
    // An idle connection is closed for a new one.
    server.closeIdleConnections();
    if (Date.now() - saidAt < sayEveryMs) return;
    const fix = "Raise it with ulimit -n, or LimitNOFILE= of systemd.";
    logEvent(
      logger,
      "connections_dropped",
      { dropped: count, connections: server.maxConnections, open_files_limit: files },
      `Connections are dropped: the limit of open files is ${files}. ${fix}`,
    );
    [count, saidAt] = [0, Date.now()];
  });
}

const limitsFile = "/proc/self/limits";

/** The soft limit of `ulimit -n`; undefined if the system does not report it, such as in a container without /proc. */
function openFilesLimit(): number | undefined {
  if (!existsSync(limitsFile)) return undefined;
  const found = /^Max open files\s+(\d+)/m.exec(readFileSync(limitsFile, "utf8"));
  return found ? Number(found[1]) : undefined;
}
