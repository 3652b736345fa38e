/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { z } from "zod";
import { getAccount, type Account } from "../accounts/accounts.js";
import { serverChange, serverInput } from "../api/schemas/servers.js";
import { serverUrl } from "../api/servers.js";
import { faultsOf } from "../api/validation.js";
import { rotateServer } from "../servers/rotation.js";
import type { Server } from "../servers/server.js";
import { createServer, getServer, listServers, revokeServer, updateServer } from "../servers/servers.js";
import type { Session } from "../sessions.js";
import { faultOf } from "./accounts.js";
import { Created } from "./created.js";
import { Csrf, State, Time } from "./layout.js";
import { first, visited, type PageApp, type PageParts, type Visit } from "./room.js";
import { ServerFormPage } from "./server-form.js";
import { changeTo, expiryOf, formOf, newForm, sentForm, type ServerForm } from "./server-input.js";

const room = { room: "accounts" } as const;
const longestOverlapSeconds = 2_592_000;

/** An account's servers: the list, one of them, and what can be done with it. */
export function mountServerPages(page: PageApp, parts: PageParts): void {
  const { core } = parts;
  const { catalogue } = core.api;
  const accountOf = ({ c }: Visit) => getAccount(core, c.req.param("id")!);
  const serverOf = ({ c }: Visit) => getServer(core, c.req.param("id")!, c.req.param("server")!);

  page.get(
    "/accounts/:id",
    visited(parts, async (visit) => {
      const account = await accountOf(visit);
      const revoked = visit.c.req.query("revoked") === "true";
      const cursor = visit.c.req.query("cursor");
      const { result, next_cursor } = await listServers(core, account.id, { limit: 100, revoked, cursor });
      return visit.show(
        { title: account.name, ...room },
        <ServerList account={account} servers={result} revoked={revoked} next={next_cursor} />,
      );
    }),
  );

  const showForm = (
    visit: Visit,
    account: Account,
    form: ServerForm,
    server?: Server,
    faults: readonly string[] = [],
  ) =>
    visit.show(
      { title: server ? `Change ${server.name}` : "New server URL", ...room },
      <>
        <Head account={account} server={server} title={server ? `Change ${server.name}` : "New server URL"} />
        <ServerFormPage
          session={visit.session}
          catalogue={catalogue}
          form={form}
          existing={server}
          faults={faults}
        />
      </>,
      faults.length > 0 ? 400 : undefined,
    );

  page.get(
    "/accounts/:id/servers/new",
    visited(parts, async (visit) => showForm(visit, await accountOf(visit), newForm(catalogue))),
  );
  page.post(
    "/accounts/:id/servers/new",
    visited(parts, async (visit) => {
      const account = await accountOf(visit);
      const form = sentForm(catalogue, visit.fields);
      const made = await attempt(
        serverInput,
        { name: form.name, config: form.config, expires_at: expiryOf(form, core.now()) },
        (data) => createServer(core, account.id, data, visit.act),
      );
      if ("faults" in made) return showForm(visit, account, form, undefined, made.faults);
      return showCreated(visit, account, made.result, `${made.result.name} is ready`);
    }),
  );

  page.get(
    "/accounts/:id/servers/:server",
    visited(parts, async (visit) => {
      const [account, server] = [await accountOf(visit), await serverOf(visit)];
      return visit.show(
        { title: server.name, ...room },
        <ServerPage {...{ account, server }} session={visit.session} />,
      );
    }),
  );
  page.get(
    "/accounts/:id/servers/:server/edit",
    visited(parts, async (visit) => {
      const server = await serverOf(visit);
      return showForm(visit, await accountOf(visit), formOf(catalogue, server), server);
    }),
  );
  page.post(
    "/accounts/:id/servers/:server/edit",
    visited(parts, async (visit) => {
      const [account, server] = [await accountOf(visit), await serverOf(visit)];
      const form = sentForm(catalogue, visit.fields, server.config);
      const change = {
        name: form.name,
        config: changeTo(server.config, form.config),
        expires_at: expiryOf(form, core.now()),
      };
      const made = await attempt(serverChange, change, (data) =>
        updateServer(core, account.id, server.id, data, visit.act),
      );
      if ("faults" in made) return showForm(visit, account, form, server, made.faults);
      return visit.c.redirect(`/accounts/${account.id}/servers/${server.id}`, 303);
    }),
  );
  page.post(
    "/accounts/:id/servers/:server/rotate",
    visited(parts, async (visit) => {
      const [account, { id }] = [await accountOf(visit), await serverOf(visit)];
      const given = Number(first(visit.fields, "overlap_seconds"));
      const overlap = Math.min(longestOverlapSeconds, Math.max(0, Number.isInteger(given) ? given : 0));
      const made = await rotateServer(core, account.id, id, overlap, visit.act);
      return showCreated(visit, account, made, `${made.name} has a new URL`, made.previous_token_valid_until);
    }),
  );
  page.post(
    "/accounts/:id/servers/:server/revoke",
    visited(parts, async (visit) => {
      const [account, { id }] = [await accountOf(visit), await serverOf(visit)];
      await revokeServer(core, account.id, id, visit.act);
      return visit.c.redirect(`/accounts/${account.id}/servers/${id}`, 303);
    }),
  );

  function showCreated(
    visit: Visit,
    account: Account,
    server: Server & { readonly token: string },
    title: string,
    until?: string,
  ) {
    const content = (
      <>
        <Head account={account} server={server} title={title} />
        <Created url={serverUrl(visit.c, server.token)} server={server} previousUntil={until} />
      </>
    );
    return visit.show({ title: "Server URL", ...room }, content);
  }
}

/** Does what was asked for where it is in order; else what a person must put right. */
async function attempt<Data, Result>(
  schema: z.ZodType<Data>,
  given: unknown,
  act: (data: Data) => Promise<Result>,
) {
  const { data, error } = schema.safeParse(given);
  if (error) return { faults: faultsOf("json", error) };
  try {
    return { result: await act(data as Data) };
  } catch (error) {
    return { faults: faultOf(error) };
  }
}

function Head({
  account,
  server,
  title,
}: {
  readonly account: Account;
  readonly server?: Server;
  readonly title: string;
}) {
  return (
    <div class="head">
      <div>
        <p class="path">
          <a href="/">Accounts</a> / <a href={`/accounts/${account.id}`}>{account.name}</a>
          {server && (
            <>
              {" / "}
              <a href={`/accounts/${account.id}/servers/${server.id}`}>{server.name}</a>
            </>
          )}
        </p>
        <h1>{title}</h1>
      </div>
    </div>
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
      {servers.length === 0 ? (
        <p class="card empty">
          No server URL yet. Make one for each assistant, person or automation, with just what it may do.
        </p>
      ) : (
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
                  <td data-label="Server">
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
      )}
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

interface ServerPageProps {
  readonly account: Account;
  readonly server: Server;
  readonly session: Session;
}

function ServerPage({ account, server, session }: ServerPageProps) {
  const here = `/accounts/${account.id}/servers/${server.id}`;
  const isLive = server.state !== "revoked";
  return (
    <>
      <div class="head">
        <div>
          <p class="path">
            <a href="/">Accounts</a> / <a href={`/accounts/${account.id}`}>{account.name}</a>
          </p>
          <h1>
            {server.name} <State name={server.state} />
          </h1>
        </div>
        <div class="row">
          <a class="button" href={`/audit?server_id=${server.id}`}>
            Its log
          </a>
          {isLive && (
            <a class="button primary" href={`${here}/edit`}>
              Change
            </a>
          )}
        </div>
      </div>
      <div class="card">
        <dl>
          <dt>Tools</dt>
          <dd>{server.tool_count}</dd>
          {describe(server).map(([name, value]) => (
            <>
              <dt>{name}</dt>
              <dd>{value}</dd>
            </>
          ))}
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
      {isLive && (
        <>
          <details>
            <summary>New URL…</summary>
            <form method="post" action={`${here}/rotate`}>
              <Csrf session={session} />
              <div class="field narrow">
                <label for="overlap">The URL it has now stops working</label>
                <select id="overlap" name="overlap_seconds">
                  <option value="86400">In a day</option>
                  <option value="0">At once</option>
                  <option value="3600">In an hour</option>
                  <option value="604800">In 7 days</option>
                </select>
              </div>
              <button>Make a new URL</button>
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
      )}
    </>
  );
}

/** What a config says, in words. */
function describe({ config }: Server): [string, string][] {
  const { confirm = "none", rate_limit } = config;
  const asks = { none: "nothing", delete: "anything is deleted", write: "anything is changed" };
  const several = (list: readonly string[] | undefined, none: string) => (list ? list.join(", ") : none);
  return [
    ["Methods", several(config.methods, "all")],
    ["Tags", several(config.tags, "all")],
    ...(config.tools?.allow ? [["Only", config.tools.allow.join(", ")] as [string, string]] : []),
    ...(config.tools?.deny ? [["Without", config.tools.deny.join(", ")] as [string, string]] : []),
    ["Lists", `${config.surface ?? "curated"}, ${config.names ?? "canonical"} names`],
    [
      "Asks before",
      typeof confirm === "string" ? asks[confirm as keyof typeof asks] : `calls of ${confirm.join(", ")}`,
    ],
    ["API token", config.require_api_token_auth ? "needed" : "not needed"],
    ["Call limit", rate_limit ? `${rate_limit.calls} in ${rate_limit.seconds} s` : "none"],
  ];
}
