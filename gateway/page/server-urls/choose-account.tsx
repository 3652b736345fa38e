/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { listAccounts } from "../../accounts/accounts.js";
import { visited, type PageApp, type PageParts } from "../page-handler.js";

/** Asks which account a new server URL is for. With one account there is nothing to ask. */
export function mountAccountChoice(page: PageApp, parts: PageParts): void {
  page.get(
    "/server-urls/new",
    visited(parts, async ({ c, show }) => {
      const { result } = await listAccounts(parts.core, { limit: 200, sort: "name" });
      const path = (id: string) => `/accounts/${id}/servers/new`;
      if (result.length === 0) return c.redirect("/accounts/new", 303);
      if (result.length === 1) return c.redirect(path(result[0]!.id), 303);
      return show(
        { title: "New server URL", room: "servers" },
        <>
          <div class="head">
            <div>
              <p class="path">
                <a href="/server-urls">Server URLs</a>
              </p>
              <h1>For which account?</h1>
            </div>
          </div>
          <ul class="card list">
            {result.map(({ id, name }) => (
              <li>
                <a href={path(id)}>{name}</a>
              </li>
            ))}
          </ul>
        </>,
      );
    }),
  );
}
