/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { getAccount, type Account } from "../../accounts/accounts.js";
import type { Server } from "../../servers/server.js";
import { listServers } from "../../servers/servers.js";
import { State, Time } from "../parts.js";
import { visited, type PageApp, type PageParts } from "../page-handler.js";

/** An account's servers. */
export function mountServerList(page: PageApp, parts: PageParts): void {
  const { core } = parts;
  page.get(
    "/accounts/:id",
    visited(parts, async ({ c, show }) => {
      const account = await getAccount(core, c.req.param("id")!);
      const [revoked, cursor] = [c.req.query("revoked") === "true", c.req.query("cursor")];
      const { result, next_cursor } = await listServers(core, account.id, { limit: 100, revoked, cursor });
      return show(
        { title: account.name, room: "accounts" },
        <ServerList account={account} servers={result} revoked={revoked} next={next_cursor} />,
      );
    }),
  );
}

interface ServerListProps {
  readonly account: Account;
  readonly servers: readonly Server[];
  readonly revoked: boolean;
  readonly next: string | null;
}

function ServerList({ account, servers, revoked, next }: ServerListProps) {
  const here = `/accounts/${account.id}`;
  return (
    <>
      <div class="head">
        <div>
          <p class="path">
            <a href="/">Accounts</a>
          </p>
          <h1>{account.name}</h1>
        </div>
        <div class="row">
          <a class="button" href={`${here}/edit`}>
            Change the account
          </a>
          <a class="button primary" href={`${here}/servers/new`}>
            New server URL
          </a>
        </div>
      </div>
      <ServerTable here={here} servers={servers} />
      <div class="row">
        <a class="small" href={revoked ? here : `${here}?revoked=true`}>
          {revoked ? "Hide revoked ones" : "Show revoked ones"}
        </a>
        {next && (
          <a
            class="button quiet"
            href={`${here}?cursor=${encodeURIComponent(next)}${revoked ? "&revoked=true" : ""}`}
          >
            Older
          </a>
        )}
      </div>
    </>
  );
}

function ServerTable({ here, servers }: { readonly here: string; readonly servers: readonly Server[] }) {
  if (servers.length === 0)
    return (
      <p class="card empty">
        No server URL yet. Make one for each assistant, person or automation, with just what it may do.
      </p>
    );
  return (
    <div class="card tablecard">
      <table>
        <thead>
          <tr>
            <th scope="col">Server</th>
            <th scope="col">State</th>
            <th scope="col" class="num">
              Tools
            </th>
            <th scope="col">Expires</th>
            <th scope="col">Last used</th>
          </tr>
        </thead>
        <tbody>
          {servers.map((server) => (
            <tr>
              <td data-label="Server" class="free">
                <a href={`${here}/servers/${server.id}`}>{server.name}</a>
              </td>
              <td data-label="State">
                <State name={server.state} />
              </td>
              <td data-label="Tools" class="num">
                {server.tool_count}
              </td>
              <td data-label="Expires">
                <Time at={server.expires_at} />
              </td>
              <td data-label="Last used">
                <Time at={server.last_used_at} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
