/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { GatewayError } from "../../error.js";
import type { Server } from "../../servers/server.js";
import { getServer, revokeServer } from "../../servers/servers.js";
import type { Session } from "../../sessions.js";
import { first, visited, type PageApp, type PageParts } from "../page-handler.js";
import { Csrf } from "../parts.js";

/** Revokes several server URLs, after a page that names them. */
export function mountBulkRevoking(page: PageApp, parts: PageParts): void {
  const { core } = parts;
  page.post(
    "/server-urls/revoke",
    visited(parts, async ({ c, session, act, fields, show }) => {
      const ticked = (fields["server"] ?? []).slice(0, MOST_TICKED);
      const servers: Server[] = [];
      for (const one of ticked) {
        const [accountId = "", id = ""] = one.split(" ");
        const server = await getServer(core, accountId, id).catch(ifMissing);
        if (server && server.state !== "revoked") servers.push(server);
      }
      if (first(fields, "sure") === undefined && servers.length > 0)
        return show({ title: "Revoke server URLs", room: "servers" }, <Sure {...{ servers, session }} />);
      for (const { integrated_account_id, id } of servers)
        await revokeServer(core, integrated_account_id, id, act);
      return c.redirect("/server-urls", 303);
    }),
  );
}

/** A page of the list has no more. */
const MOST_TICKED = 200;

/** Another person may have removed its account since. */
function ifMissing(error: unknown): undefined {
  if (error instanceof GatewayError && error.statusCode === 404) return undefined;
  throw error;
}

function Sure({ servers, session }: { readonly servers: readonly Server[]; readonly session: Session }) {
  const count = servers.length === 1 ? "1 server URL" : `${servers.length} server URLs`;
  return (
    <>
      <div class="head">
        <div>
          <p class="path">
            <a href="/server-urls">Server URLs</a>
          </p>
          <h1>{`Revoke ${count}?`}</h1>
          <p>They stop working at once. You cannot undo it.</p>
        </div>
      </div>
      <form class="card" method="post" action="/server-urls/revoke">
        <Csrf session={session} />
        <input type="hidden" name="sure" value="yes" />
        <ul>
          {servers.map(({ name, integrated_account_id, id }) => (
            <li>
              {name} <span class="soft mono small">{id}</span>
              <input type="hidden" name="server" value={`${integrated_account_id} ${id}`} />
            </li>
          ))}
        </ul>
        <div class="row">
          <a class="button" href="/server-urls">
            Keep them
          </a>
          <button class="danger">{`Revoke ${count}`}</button>
        </div>
      </form>
    </>
  );
}
