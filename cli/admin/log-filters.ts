import { auditKinds } from "../../gateway/audit/fields.js";
import { choice, text, type Values } from "../command/flags.js";
import type { AdminClient } from "./client.js";
import { isoTime } from "./expiry.js";
import { findAccount, findServer } from "./find.js";

const time = (about: string) =>
  text(about, {
    fault: (given) => (isoTime(given) === undefined ? "an ISO time such as 2030-01-31T12:00:00Z" : undefined),
  });

/** Flags that choose entries of the log. */
export const logFilters = {
  account: text("Only entries of this account"),
  server: text("Only entries of this server"),
  actor: text("Only entries of this actor, such as admin or oauth:ada"),
  kind: choice("Only entries of this kind", auditKinds),
  tool: text("Only calls of this tool"),
  outcome: text("Only entries with this outcome, such as ok or rate_limited"),
};

export const logTimes = {
  since: time("Only entries since this ISO time"),
  until: time("Only entries before this ISO time"),
};

/** The query of the API, from the flags. */
export async function logQueryOf(
  client: AdminClient,
  {
    account,
    server,
    since,
    until,
    actor,
    kind,
    tool,
    outcome,
  }: Values<typeof logFilters> & Partial<Values<typeof logTimes>>,
): Promise<URLSearchParams> {
  const query = {
    integrated_account_id:
      account === undefined ? undefined : (await findAccount(client, account, "--account")).id,
    server_id: server === undefined ? undefined : (await findServer(client, server, "--server")).id,
    since: since && isoTime(since),
    until: until && isoTime(until),
    actor,
    kind,
    tool,
    outcome,
  };
  return new URLSearchParams(
    Object.entries(query).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}
