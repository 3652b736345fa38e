/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { listConnections, removeConnection } from "../../authorization/list-connections.js";
import { may } from "../may.js";
import { visited, type PageApp, type PageParts } from "../page-handler.js";
import { Older } from "../parts.js";
import { RowTable } from "../row-table.js";
import { serverNames } from "../server-names.js";
import { clientColumns, clientTimes } from "./client-columns.js";

/** Clients that people of an account allowed, for its operators and owners. */
export function mountClientPages(page: PageApp, parts: PageParts): void {
  const { core } = parts;

  page.get(
    "/clients",
    visited(parts, async ({ c, session, show }) => {
      const { result: rows, next_cursor: next } = await listConnections(core, {
        cursor: c.req.query("cursor"),
        limit: 50,
      });
      const names = await serverNames(
        core,
        rows.map(({ server_id }) => server_id),
      );
      return show(
        { title: "Clients", room: "clients" },
        <>
          <div class="head">
            <div>
              <h1>Clients</h1>
              <p>People allowed these clients to use server URLs for them. An ended client must ask again.</p>
            </div>
          </div>
          {rows.length === 0 ? (
            <p class="card empty">No client signed in by itself.</p>
          ) : (
            <RowTable
              {...{ session, rows }}
              columns={{
                ...clientColumns,
                "Server URL": ({ server_id }) => names.get(server_id) ?? server_id,
                Person: ({ subject }) => subject,
                ...clientTimes,
              }}
              act={{
                verb: "End",
                about: ({ client_name, subject }) => `${client_name} of ${subject}`,
                path: ({ id }) => `/clients/${id}/end`,
                may: (row) => may(session, "change tokens", { account: row.integrated_account_id }),
              }}
            />
          )}
          <Older list="/clients" next={next} />
        </>,
      );
    }),
  );
  page.post(
    "/clients/:id/end",
    visited(parts, async ({ c, act }) => {
      await removeConnection(core, c.req.param("id")!, act);
      return c.redirect("/clients", 303);
    }),
  );
}
