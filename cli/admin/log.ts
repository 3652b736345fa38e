import { auditKinds, type LogEntry } from "../../gateway/audit/fields.js";
import { defineGroup } from "../command/command.js";
import { choice, number, text, type Values } from "../command/flags.js";
import { adminNote, defineAction } from "./action.js";
import { isoTime } from "./expiry.js";
import { findAccount, findServer } from "./find.js";
import type { AdminClient } from "./client.js";
import { replay, streams } from "./log-streams.js";
import { verify } from "./log-verify.js";
import { table } from "./table.js";

const time = (about: string) =>
  text(about, {
    fault: (given) => (isoTime(given) === undefined ? "an ISO time such as 2030-01-31T12:00:00Z" : undefined),
  });

const flags = {
  account: text("Only entries of this account"),
  server: text("Only entries of this server"),
  actor: text("Only entries of this actor, such as admin or oauth:ada"),
  kind: choice("Only entries of this kind", auditKinds),
  tool: text("Only calls of this tool"),
  outcome: text("Only entries with this outcome, such as ok or rate_limited"),
  since: time("Only entries since this ISO time"),
  until: time("Only entries before this ISO time"),
  limit: number("Maximum entries", { least: 1, most: 200, default: 50 }),
};

const show = defineAction({
  name: "standpipe log show",
  about: "Show the audit log, newest entries first",
  flags,
  async run(client, given) {
    const query = new URLSearchParams(await queryOf(client, given));
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

async function queryOf(
  client: AdminClient,
  { account, server, limit, since, until, actor, kind, tool, outcome }: Values<typeof flags>,
): Promise<[string, string][]> {
  const query = {
    integrated_account_id:
      account === undefined ? undefined : (await findAccount(client, account, "--account")).id,
    server_id: server === undefined ? undefined : (await findServer(client, server, "--server")).id,
    since: since && isoTime(since),
    until: until && isoTime(until),
    limit: String(limit),
    actor,
    kind,
    tool,
    outcome,
  };
  return Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
}

export const command = defineGroup({
  name: "standpipe log",
  actions: { show, verify, streams, replay },
  usual: "show",
  note: adminNote,
});
