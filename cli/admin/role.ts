import { holderKinds } from "../../gateway/identity/holders.js";
import type { RoleGrant } from "../../gateway/identity/role-grants.js";
import { roles } from "../../gateway/identity/roles.js";
import { defineGroup } from "../command/command.js";
import { CommandError } from "../command/errors.js";
import { choice, text } from "../command/flags.js";
import { adminNote, defineAction } from "./action.js";
import { accountIdOf, defineList, defineRemoval } from "./records.js";
import { fields } from "./table.js";

const give = defineAction({
  name: "standpipe role give",
  argument: "<holder>",
  about: "Give a role to a group of your provider, or to a person by the provider's id",
  flags: {
    role: choice("Role", roles),
    to: choice("Whether <holder> is a group or a person", holderKinds, { default: "group" }),
    account: text("Id or name of an account; the role is then only on this account"),
  },
  async run(client, { role, to, account }, holder) {
    if (role === undefined) throw new CommandError(`--role is missing. Pass one of ${roles.join(", ")}.`);
    const integrated_account_id = await accountIdOf(client, account);
    const body = { role, holder_kind: to, holder, integrated_account_id };
    const made = await client.ask<RoleGrant>("POST", "/roles", body);
    return { json: made, text: fields({ ...made }) };
  },
});

const list = defineList<RoleGrant>({
  name: "standpipe role list",
  about: "List roles",
  path: "/roles",
  columns: {
    ID: ({ id }) => id,
    ROLE: ({ role }) => role,
    KIND: ({ holder_kind }) => holder_kind,
    HOLDER: ({ holder }) => holder,
    ACCOUNT: ({ integrated_account_id }) => integrated_account_id ?? "all",
  },
});

const remove = defineRemoval({
  name: "standpipe role remove",
  about: "Take a role away",
  path: "/roles",
  is: "removed",
  text: "The role is taken away.",
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
