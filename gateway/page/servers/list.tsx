/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { ManagedNote } from "../managed-note.js";
import { getAccount, type Account } from "../../accounts/accounts.js";
import { serverQuery } from "../../api/schemas/servers.js";
import type { Server } from "../../servers/server.js";
import { listServers } from "../../servers/server-lists.js";
import { servedApi } from "../../apis.js";
import { sandboxView } from "../catalog/try.js";
import { SandboxLink } from "../sandbox-link.js";
import { IfMay } from "../if-may.js";
import { queryOf, visited, type PageApp, type PageParts } from "../page-handler.js";
import { More, addressOf, type Sorting } from "../sorting.js";
import { ServerTable } from "./server-table.js";

/** An account's servers. */
export function mountServerList(page: PageApp, parts: PageParts): void {
  const { core } = parts;
  page.get(
    "/accounts/:id",
    visited(parts, async ({ c, show }) => {
      const account = await getAccount(core, c.req.param("id")!);
      const query = queryOf(c);
      const { data = {} } = serverQuery.safeParse(query);
      const { result, next_cursor } = await listServers(core, account.id, data);
      return show(
        { title: account.name, room: "accounts" },
        <ServerList
          {...{ account, servers: result, next: next_cursor }}
          view={sandboxView(servedApi(core, account.api))}
          sorting={{ path: `/accounts/${account.id}`, query }}
        />,
      );
    }),
  );
}

interface ServerListProps {
  readonly account: Account;
  readonly servers: readonly Server[];
  readonly sorting: Sorting;
  /** The page of the API's sandbox. */
  readonly view: string | undefined;
  readonly next: string | null;
}

function ServerList({ account, servers, sorting, view, next }: ServerListProps) {
  const here = sorting.path;
  const on = { account: account.id };
  const isRevokedToo = sorting.query["revoked"] === "true";
  return (
    <>
      <div class="head">
        <div>
          <p class="path">
            <a href="/accounts">Accounts</a>
          </p>
          <h1>{account.name}</h1>
          {account.region === "sandbox" && (
            <p>
              <SandboxLink href={view} />
            </p>
          )}
          <ManagedNote file={account.managed_by} />
        </div>
        <div class="row">
          <IfMay deed="change accounts" on={on}>
            <a class="button" href={`${here}/edit`}>
              Change the account
            </a>
          </IfMay>
          <IfMay deed="change servers" on={on}>
            <a class="button primary" href={`${here}/servers/new`}>
              New server URL
            </a>
          </IfMay>
        </div>
      </div>
      {servers.length === 0 ? (
        <p class="card empty">
          No server URL yet. Make one for each assistant, person or automation, with just what it may do.
        </p>
      ) : (
        <ServerTable {...{ servers, sorting }} />
      )}
      <div class="row">
        <a class="small" href={isRevokedToo ? here : addressOf(sorting, { revoked: "true" })}>
          {isRevokedToo ? "Hide revoked ones" : "Show revoked ones"}
        </a>
        <More {...{ sorting, next }} />
      </div>
    </>
  );
}
