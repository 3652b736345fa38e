/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Catalogue } from "../../../runtime/index.js";
import { servedApi } from "../../apis.js";
import type { Account } from "../../accounts/accounts.js";
import type { Server } from "../../servers/server.js";
import { oauthResource } from "../../server-url.js";
import type { Session } from "../../sessions.js";
import { Csrf, State, Time } from "../parts.js";
import { visited, type PageApp, type PageParts } from "../page-handler.js";
import { configWords } from "./config-words.js";
import { placeOf } from "./place.js";

/** One server: its options and actions. */
export function mountServer(page: PageApp, parts: PageParts): void {
  page.get(
    "/accounts/:id/servers/:server",
    visited(parts, async (visit) => {
      const { account, server } = await placeOf(parts.core, visit);
      return visit.show(
        { title: server.name, room: "servers" },
        <ServerPage
          {...{ account, server }}
          session={visit.session}
          resource={oauthResource(visit.c.env.context.publicUrl, server)}
          catalogue={servedApi(parts.core, account.api)?.catalogue}
        />,
      );
    }),
  );
}

interface ServerPageProps {
  readonly account: Account;
  readonly server: Server;
  readonly session: Session;
  readonly catalogue: Catalogue | undefined;
  /** The audience of access tokens, if it requires them. */
  readonly resource: string | null;
}

function ServerPage({ account, server, session, catalogue, resource }: ServerPageProps) {
  const here = `/accounts/${account.id}/servers/${server.id}`;
  const isLive = server.state !== "revoked";
  return (
    <>
      <div class="head">
        <div>
          <p class="path">
            <a href="/accounts">Accounts</a> / <a href={`/accounts/${account.id}`}>{account.name}</a>
          </p>
          <h1>
            {server.name} <State name={server.state} />
          </h1>
        </div>
        <div class="row">
          <a class="button" href={`/audit?server_id=${server.id}`}>
            Activity
          </a>
          {isLive && (
            <a class="button primary" href={`${here}/edit`}>
              Change
            </a>
          )}
        </div>
      </div>
      <Facts {...{ server, catalogue, resource }} />
      {isLive && <Endings here={here} server={server} session={session} />}
    </>
  );
}

function Facts({ server, catalogue, resource }: Pick<ServerPageProps, "server" | "catalogue" | "resource">) {
  return (
    <div class="card">
      <dl>
        <dt>Tools</dt>
        <dd>{server.tool_count}</dd>
        {configWords(server.config, catalogue).map(([name, value]) => (
          <>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </>
        ))}
        {resource !== null && (
          <>
            <dt>{server.config.oauth?.without_token ? "URL without a token" : "Access tokens are for"}</dt>
            <dd class="mono">{resource}</dd>
          </>
        )}
        <dt>Expires</dt>
        <dd>
          <Time at={server.expires_at} />
        </dd>
        <dt>Last used</dt>
        <dd>
          <Time at={server.last_used_at} />
        </dd>
        <dt>Made</dt>
        <dd>
          <Time at={server.created_at} />
        </dd>
        <dt>Id</dt>
        <dd class="mono">{server.id}</dd>
      </dl>
    </div>
  );
}

/** What ends the URL that the server has now. */
function Endings({
  here,
  server,
  session,
}: Pick<ServerPageProps, "server" | "session"> & { readonly here: string }) {
  return (
    <>
      <details>
        <summary>Rotate URL…</summary>
        <form method="post" action={`${here}/rotate`}>
          <Csrf session={session} />
          <div class="field narrow">
            <label for="overlap">The current URL stops working</label>
            <select id="overlap" name="overlap_seconds">
              <option value="86400">In a day</option>
              <option value="0">At once</option>
              <option value="3600">In an hour</option>
              <option value="604800">In 7 days</option>
            </select>
          </div>
          <button>Rotate the URL</button>
        </form>
      </details>
      <details>
        <summary>Revoke…</summary>
        <form method="post" action={`${here}/revoke`}>
          <Csrf session={session} />
          <p>Its URL stops working at once, for good.</p>
          <button class="danger">{`Revoke ${server.name}`}</button>
        </form>
      </details>
    </>
  );
}
