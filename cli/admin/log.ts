import { logSorts, type LogEntry } from "../../gateway/audit/fields.js";
import { defineGroup } from "../command/command.js";
import { choice, number } from "../command/flags.js";
import { adminNote, defineAction } from "./action.js";
import { exportLog } from "./log-export.js";
import { logFilters, logQueryOf, logTimes } from "./log-filters.js";
import { replay, streams } from "./log-streams.js";
import { tail } from "./log-tail.js";
import { verify } from "./log-verify.js";
import { table } from "./table.js";

const flags = {
  ...logFilters,
  ...logTimes,
  sort: choice("Order; - sorts descending, as in --sort=-at", logSorts, { default: "-at" }),
  limit: number("Maximum entries", { least: 1, most: 200, default: 50 }),
};

const show = defineAction({
  name: "standpipe log show",
  about: "Show the audit log",
  flags,
  async run(client, { limit, sort, ...given }) {
    const query = await logQueryOf(client, given);
    query.set("limit", String(limit));
    query.set("sort", sort);
    const { result } = await client.ask<{ result: LogEntry[] }>("GET", `/log?${query.toString()}`);
    const rows = result.map((one) => [
      one.at,
      one.actor,
      one.tool ?? one.action,
      one.outcome,
      one.server_id,
      one.duration_ms,
    ]);
    return { json: result, text: table(["AT", "WHO", "WHAT", "OUTCOME", "SERVER", "MS"], rows) };
  },
});

export const command = defineGroup({
  name: "standpipe log",
  actions: { show, tail, export: exportLog, verify, streams, replay },
  usual: "show",
  note: adminNote,
});
