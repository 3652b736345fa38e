/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import {
  deleteAccount,
  getAccount,
  updateAccount,
  type Account,
  type AccountChange,
} from "../../accounts/accounts.js";
import { accountChange } from "../../api/schemas/accounts.js";
import { requireUnmanaged as unmanaged } from "../../declare/managed-columns.js";
import { ownKeysOn, revokeOwnKey } from "../../own-keys/own-keys.js";
import { attempt } from "../faults.js";
import { visited, type Fields, type PageApp, type PageParts, type Visit } from "../page-handler.js";
import { AccountForm, uncheckedFix } from "./account-form.js";
import { PeoplesKeys } from "../own-keys/peoples-keys.js";
import { changeOf, placeGroups } from "./account-input.js";

export function mountAccountChanging(page: PageApp, parts: PageParts): void {
  const { core } = parts;
  const accountOf = ({ c }: Visit) => getAccount(core, c.req.param("id")!);
  const showForm = async (
    { session, show }: Visit,
    account: Account,
    fields: Fields = {},
    faults: readonly string[] = [],
  ) => {
    const keys = await ownKeysOn(core, account.id);
    return show(
      { title: account.name, room: "accounts" },
      <>
        <AccountForm {...{ session, account, fields, faults }} groups={placeGroups(core, account)} />
        <PeoplesKeys {...{ session, account }} keys={keys} />
      </>,
      faults.length > 0 ? 400 : undefined,
    );
  };

  page.get(
    "/accounts/:id/edit",
    visited(parts, async (visit) => showForm(visit, await accountOf(visit))),
  );
  page.post(
    "/accounts/:id/edit",
    visited(parts, async (visit) => {
      const { c, act, fields } = visit;
      const account = await accountOf(visit);
      const change = (data: AccountChange) => updateAccount(core, unmanaged(account).id, data, act);
      const made = await attempt(accountChange, changeOf(fields, core, account), change, uncheckedFix);
      return made.faults
        ? showForm(visit, account, fields, made.faults)
        : c.redirect(`/accounts/${account.id}`, 303);
    }),
  );
  page.post(
    "/accounts/:id/own-keys/:key_id/revoke",
    visited(parts, async ({ c, act }) => {
      const id = c.req.param("id")!;
      await revokeOwnKey(core, id, c.req.param("key_id")!, act);
      return c.redirect(`/accounts/${id}/edit`, 303);
    }),
  );
  page.post(
    "/accounts/:id/delete",
    visited(parts, async ({ c, act }) => {
      await deleteAccount(core, c.req.param("id")!, act);
      return c.redirect("/accounts", 303);
    }),
  );
}
