import { holderKinds } from "../../gateway/identity/holders.js";
import type { RoleGrant } from "../../gateway/identity/role-grants.js";
import { roles } from "../../gateway/identity/roles.js";
import { defineGroup } from "../command/command.js";
import { CommandError } from "../command/errors.js";
import { choice, text } from "../command/flags.js";
import { adminNote, defineAction } from "./action.js";
import { findAccount } from "./find.js";
import { fields, table } from "./table.js";

const give = defineAction({
  name: "standpipe role give",
  argument: "<holder>",
  about: "Give a role to a group of your provider, or to a person by the provider's id",
  flags: {
    role: choice("Role", roles),
    to: choice("What the holder is", holderKinds, { default: "group" }),
    account: text("Id or name of the only account on which it is given"),
  },
  async run(client, { role, to, account }, holder) {
    if (role === undefined) throw new CommandError(`--role is missing. Pass one of ${roles.join(", ")}.`);
    const integrated_account_id =
      account === undefined ? undefined : (await findAccount(client, account, "--account")).id;
    const body = { role, holder_kind: to, holder, integrated_account_id };
    const made = await client.ask<RoleGrant>("POST", "/roles", body);
    return { json: made, text: fields({ ...made }) };
  },
});

const list = defineAction({
  name: "standpipe role list",
  about: "List roles",
  async run(client) {
    const all = await client.all<RoleGrant>("/roles");
    const rows = all.map((one) => [
      one.id,
      one.role,
      one.holder_kind,
      one.holder,
      one.integrated_account_id ?? "all",
    ]);
    return { json: all, text: table(["ID", "ROLE", "KIND", "HOLDER", "ACCOUNT"], rows) };
  },
});

const remove = defineAction({
  name: "standpipe role remove",
  argument: "<id>",
  about: "Take a role away",
  async run(client, _flags, id) {
    await client.ask("DELETE", `/roles/${encodeURIComponent(id)}`);
    return { json: { id, removed: true }, text: "The role is taken away." };
  },
});

const removePerson = defineAction({
  name: "standpipe role remove-person",
  argument: "<subject>",
  about: "End a person's sessions, own roles and open approvals, by the provider's id",
  async run(client, _flags, subject) {
    await client.ask("POST", "/people/remove", { subject });
    return {
      json: { subject, removed: true },
      text: "The person's sessions, roles and approvals are ended.",
    };
  },
});

export const command = defineGroup({
  name: "standpipe role",
  actions: { give, list, remove, "remove-person": removePerson },
  note: adminNote,
});
