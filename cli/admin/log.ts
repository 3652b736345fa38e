import { auditKinds, type LogEntry } from "../../gateway/audit/fields.js";
import { runActions, type Action, type CommonFlags } from "./command.js";
import { findAccount, findServer } from "./find.js";
import { table } from "./table.js";

interface LogFlags extends CommonFlags {
  readonly account?: string;
  readonly server?: string;
  readonly actor?: string;
  readonly kind?: string;
  readonly tool?: string;
  readonly outcome?: string;
  readonly since?: string;
  readonly until?: string;
  readonly limit: number;
}

const text = { string: true, requiresArg: true } as const;

const show: Action<LogFlags> = {
  about: "Print the audit log, newest first",
  options: {
    account: { ...text, describe: "Only this account's entries" },
    server: { ...text, describe: "Only this server's entries" },
    actor: { ...text, describe: "Only what somebody did, such as admin or oauth:ada" },
    kind: { choices: auditKinds, describe: "Only entries of this kind" },
    tool: { ...text, describe: "Only calls of this tool" },
    outcome: { ...text, describe: "Only entries that ended so, such as ok or rate_limited" },
    since: { ...text, describe: "Only entries from this ISO time on" },
    until: { ...text, describe: "Only entries before this ISO time" },
    limit: { number: true, requiresArg: true, default: 50, describe: "Entries at most, up to 200" },
  },
  async run(client, { account, server, actor, kind, tool, outcome, since, until, limit }) {
    const query = {
      integrated_account_id: account === undefined ? undefined : (await findAccount(client, account)).id,
      server_id: server === undefined ? undefined : (await findServer(client, server)).id,
      actor,
      kind,
      tool,
      outcome,
      since,
      until,
      limit: String(limit),
    };
    const given = Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined);
    const path = `/log?${new URLSearchParams(given).toString()}`;
    const { result } = await client.ask<{ result: LogEntry[] }>("GET", path);
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
};

/** `standpipe log`: the one action needs no name. */
export const run = (argv: readonly string[]): Promise<void> => runActions("log", { show }, ["show", ...argv]);
