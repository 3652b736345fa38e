/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { createAccount, type AccountInput } from "../../accounts/accounts.js";
import { accountInput } from "../../api/schemas/accounts.js";
import { attempt } from "../faults.js";
import { visited, type Fields, type PageApp, type PageParts, type Visit } from "../page-handler.js";
import { AccountForm, uncheckedFix } from "./account-form.js";
import { inputOf, placeGroups } from "./account-input.js";

export function mountAccountAdding(page: PageApp, parts: PageParts): void {
  const { core } = parts;
  const showForm = ({ session, show }: Visit, fields: Fields = {}, faults: readonly string[] = []) =>
    show(
      { title: "Add an account", room: "accounts" },
      <AccountForm {...{ session, fields, faults }} groups={placeGroups(core)} />,
      faults.length > 0 ? 400 : undefined,
    );

  page.get(
    "/accounts/new",
    visited(parts, (visit) => showForm(visit)),
  );
  page.post(
    "/accounts/new",
    visited(parts, async (visit) => {
      const { c, act, fields } = visit;
      const add = (data: AccountInput) => createAccount(core, data, act);
      const made = await attempt(accountInput, inputOf(fields, core), add, uncheckedFix);
      return made.faults
        ? showForm(visit, fields, made.faults)
        : c.redirect(`/accounts/${made.result.id}`, 303);
    }),
  );
}
