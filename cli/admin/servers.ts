import type { RevokedMany } from "../../gateway/servers/revoke-many.js";
import { expiries, serverTable, type Expiry } from "../../gateway/servers/server-lists.js";
import type { Server } from "../../gateway/servers/server.js";
import { UsageError } from "../command/errors.js";
import { choice, text, toggle, type Values } from "../command/flags.js";
import { defineAction } from "./action.js";
import type { AdminClient } from "./client.js";
import { pastTime } from "./expiry.js";
import { findAccount } from "./find.js";
import { table } from "./table.js";

/** Flags that find servers of all accounts. */
const filterFlags = {
  account: text("Only servers of this account"),
  search: text("Only servers with this text in their name"),
  "made-by": text("Only servers that this person made, such as admin or ada"),
  state: choice("Only servers in this state", ["active", "expired", "revoked"]),
  expires: choice("Only servers that expire within this time", Object.keys(expiries) as Expiry[]),
  unused: text("Only servers without a use for this time, such as 30d, or since an ISO time", {
    fault: (given) =>
      pastTime(given) === undefined ? "a time such as 30d, or 2030-01-31T12:00:00Z" : undefined,
  }),
};

/** The filter of the API, from the flags. */
async function filterOf(
  client: AdminClient,
  { account, search, madeBy, state, expires, unused }: Values<typeof filterFlags>,
): Promise<Record<string, string>> {
  const filter = {
    integrated_account_id:
      account === undefined ? undefined : (await findAccount(client, account, "--account")).id,
    q: search,
    made_by: madeBy,
    state,
    expires,
    unused_since: unused && pastTime(unused),
  };
  return Object.fromEntries(
    Object.entries(filter).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

const sorts = Object.keys(serverTable.sorts).flatMap((name) => [name, `-${name}`]);

export const list = defineAction({
  name: "standpipe server list",
  about: "List or find server URLs of all accounts",
  flags: {
    ...filterFlags,
    sort: choice("Order; - sorts descending, as in --sort=-name", sorts, { default: "-created_at" }),
    revoked: toggle("Revoked ones too", { default: false }),
  },
  async run(client, { sort, revoked, ...flags }) {
    const filter = await filterOf(client, flags);
    const query = new URLSearchParams({ ...filter, sort, revoked: String(revoked) });
    const servers = await client.all<Server>(`/servers?${query.toString()}`);
    return { json: servers, text: serverList(servers) };
  },
});

export const revokeAll = defineAction({
  name: "standpipe server revoke-all",
  about: "Revoke all servers that the flags find. Without --yes, show them only",
  flags: { ...filterFlags, yes: toggle("Revoke them", { default: false }) },
  async run(client, { yes, ...flags }) {
    const filter = await filterOf(client, flags);
    if (Object.keys(filter).length === 0)
      throw new UsageError("No servers are named. Pass a flag such as --made-by, --account or --unused.");
    const servers: Server[] = [];
    for (;;) {
      const body = { ...filter, dry_run: !yes };
      const { result, more } = await client.ask<RevokedMany>("POST", "/servers/revoke", body);
      servers.push(...result);
      if (yes && more) continue;
      const count = `${servers.length}${more ? " or more" : ""} servers`;
      const about = yes ? `${count} are revoked.` : `${count} would be revoked. Pass --yes.`;
      const json = { revoked: yes, servers, more };
      return { json, text: `${serverList(servers)}\n\n${about}` };
    }
  },
});

function serverList(servers: readonly Server[]): string {
  const rows = servers.map((one) => [
    one.id,
    one.name,
    one.state,
    one.tool_count,
    one.expires_at,
    one.last_used_at,
    one.made_by,
  ]);
  return table(["ID", "NAME", "STATE", "TOOLS", "EXPIRES", "LAST USED", "MADE BY"], rows);
}
