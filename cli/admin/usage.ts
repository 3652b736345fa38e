import type { UsageReport } from "../../gateway/usage/read-usage.js";
import { usageGroups } from "../../gateway/usage/select-usage.js";
import { defineGroup } from "../command/command.js";
import { choice, number, text } from "../command/flags.js";
import { adminNote, defineAction } from "./action.js";
import { pastTime } from "./expiry.js";
import { findAccount, findServer } from "./find.js";
import { table } from "./table.js";

const time = (about: string) =>
  text(about, {
    fault: (given) =>
      pastTime(given) === undefined
        ? "a time such as 2030-01-31T12:00:00Z, or a time ago such as 24h or 30d"
        : undefined,
  });

const show = defineAction({
  name: "standpipe usage show",
  about: "Show numbers of calls: errors, times and tokens",
  flags: {
    by: choice("Group the numbers", usageGroups, { default: "tool" }),
    since: time("Since this time, or a time ago such as 7d. Default: 24h"),
    until: time("Until this time"),
    account: text("Only calls of this account"),
    server: text("Only calls of this server"),
    tool: text("Only calls of this tool"),
    person: text("Only calls of this person, such as oauth:ada"),
    limit: number("Most groups", { least: 1, most: 1_000, default: 50 }),
  },
  async run(client, { by, since, until, account, server, tool, person, limit }) {
    const query = {
      by,
      since: since && pastTime(since),
      until: until && pastTime(until),
      integrated_account_id: account && (await findAccount(client, account, "--account")).id,
      server_id: server && (await findServer(client, server, "--server")).id,
      tool,
      person,
      limit: String(limit),
    };
    const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
    const report = await client.ask<UsageReport>("GET", `/usage?${new URLSearchParams(given).toString()}`);
    const row = (name: string, one: UsageReport["total"]) => [
      name,
      one.calls,
      one.errors,
      one.p50_ms,
      one.p95_ms,
      one.tokens,
    ];
    const rows = report.result.map((one) => row(one.name ?? one.key, one));
    const headings = [by.toUpperCase(), "CALLS", "ERRORS", "P50 MS", "P95 MS", "TOKENS"];
    return { json: report, text: table(headings, [...rows, row("total", report.total)]) };
  },
});

export const command = defineGroup({
  name: "standpipe usage",
  actions: { show },
  usual: "show",
  note: adminNote,
});
