import type { Connection } from "../../gateway/authorization/list-connections.js";
import { defineGroup } from "../command/command.js";
import { toggle } from "../command/flags.js";
import { adminNote, defineAction } from "./action.js";
import { table } from "./table.js";

const own = { own: toggle("Only of clients that you allowed; needs no role", { default: false }) };
const ownPath = "/session/connections";

const list = defineAction({
  name: "standpipe connection list",
  about: "List the clients that people allowed to use server URLs for them",
  flags: own,
  async run(client, { own }) {
    const all = own
      ? (await client.ask<{ readonly result: readonly Connection[] }>("GET", ownPath)).result
      : await client.all<Connection>("/connections");
    const rows = all.map((one) => [
      ...[one.id, one.client_name, one.redirect_host, one.subject, one.server_id],
      ...[one.created_at, one.used_at],
    ]);
    const headings = ["ID", "CLIENT", "CODE SENT TO", "PERSON", "SERVER URL", "ALLOWED", "LAST RENEWED"];
    return { json: all, text: table(headings, rows) };
  },
});

const end = defineAction({
  name: "standpipe connection end",
  argument: "<id>",
  about: "End a client's access, so that it must ask its person again",
  flags: own,
  async run(client, { own }, id) {
    await client.ask("DELETE", `${own ? ownPath : "/connections"}/${encodeURIComponent(id)}`);
    return { json: { id, ended: true }, text: "The client's access is ended." };
  },
});

export const command = defineGroup({ name: "standpipe connection", actions: { list, end }, note: adminNote });
