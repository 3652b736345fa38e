/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { personOf } from "../../identity/person-of.js";
import { visited, type PageApp, type PageParts } from "../page-handler.js";
import { RowTable } from "../row-table.js";
import { clientColumns, clientTimes } from "./client-columns.js";

/** The clients that a person allowed. They need no role. */
export function mountOwnClientPages(page: PageApp, parts: PageParts): void {
  const { ownKeys } = parts;

  page.get(
    "/own-clients",
    visited(parts, async ({ session, show }) => {
      const rows = await ownKeys.connectionsOf(personOf(session));
      return show(
        { title: "Your clients" },
        <>
          <div class="head">
            <div>
              <h1>Your clients</h1>
              <p>You allowed these clients to use server URLs for you. An ended client must ask you again.</p>
            </div>
            <a class="button" href="/own-keys">
              Your keys
            </a>
          </div>
          {rows.length === 0 ? (
            <p class="card empty">You allowed no client.</p>
          ) : (
            <RowTable
              {...{ session, rows }}
              columns={{
                ...clientColumns,
                "Server URL": ({ server }) => server,
                Account: ({ account }) => account,
                ...clientTimes,
              }}
              act={{
                verb: "End",
                about: ({ client_name, server }) => `${client_name} at ${server}`,
                path: ({ id }) => `/own-clients/${id}/end`,
              }}
            />
          )}
        </>,
      );
    }),
  );
  page.post(
    "/own-clients/:id/end",
    visited(parts, async ({ c, session, act }) => {
      await ownKeys.endConnection(c.req.param("id")!, personOf(session), act);
      return c.redirect("/own-clients", 303);
    }),
  );
}
