/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { listAccounts } from "../../accounts/accounts.js";
import { visited, type PageApp, type PageParts } from "../page-handler.js";
import { AccountList } from "./account-list.js";
import { mountAccountAdding } from "./add-account.js";
import { mountAccountChanging } from "./change-account.js";

/** Accounts: the list, and forms to add, change and remove one. */
export function mountAccountPages(page: PageApp, parts: PageParts): void {
  const titles = new Map(Object.values(parts.core.apis).map(({ name, title }) => [name, title]));
  page.get(
    "/accounts",
    visited(parts, async ({ c, show }) => {
      const { result, next_cursor } = await listAccounts(parts.core, {
        cursor: c.req.query("cursor"),
        limit: 50,
      });
      return show(
        { title: "Accounts", room: "accounts" },
        <AccountList accounts={result} titles={titles} next={next_cursor} />,
      );
    }),
  );
  mountAccountAdding(page, parts);
  mountAccountChanging(page, parts);
}
