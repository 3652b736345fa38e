/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Account } from "../../accounts/accounts.js";
import { installedBridge } from "../../clients/assistants.js";
import { clientNameOf, credentialOf } from "../../clients/clients.js";
import type { Core } from "../../core.js";
import { oauthResource, serverUrl } from "../../server-url.js";
import type { Server, ServerWithToken } from "../../servers/server.js";
import type { Session } from "../../sessions.js";
import { redirectOnce, takeOnce } from "../flash.js";
import { visited, type PageApp, type PageParts, type Visit } from "../page-handler.js";
import { Copied, Time } from "../parts.js";
import { DesktopDownload } from "./desktop-download.js";
import { Connect } from "./connect.js";
import { Head } from "./head.js";
import { placeOf } from "./place.js";

/** What only the page after the form shows. */
interface Once {
  readonly token: string;
  /** Whether the server was made or got a new URL. */
  readonly act: "made" | "rotated";
  /** When the old URL stops working after a rotation. */
  readonly previousUntil?: string;
}

/** Redirects from the form that made a URL to the page that shows it. */
export function redirectToUrl(
  parts: PageParts,
  visit: Visit,
  made: ServerWithToken,
  once: Omit<Once, "token">,
) {
  const path = `/accounts/${made.integrated_account_id}/servers/${made.id}/url`;
  return redirectOnce(parts.core, visit, path, { ...once, token: made.token } satisfies Once);
}

/** Shows a server's new URL, once, and whether a client has used it. */
export function mountServerCreated(page: PageApp, parts: PageParts): void {
  const { core } = parts;
  page.get(
    "/accounts/:id/servers/:server/url",
    visited(parts, async (visit) => {
      const { account, server } = await placeOf(core, visit);
      const once = takeOnce<Once>(core, visit);
      if (once === undefined) return visit.c.redirect(`/accounts/${account.id}/servers/${server.id}`, 303);
      const clientName = clientNameOf(core.apis, account);
      return visit.show(
        { title: "Server URL", room: "servers" },
        <Created
          {...{ core, session: visit.session, account, server, once, clientName }}
          publicUrl={visit.c.env.context.publicUrl}
        />,
      );
    }),
  );
  page.get(
    "/accounts/:id/servers/:server/first-call",
    visited(parts, async (visit) => {
      const { server } = await placeOf(core, visit);
      return visit.c.json({ used: server.last_used_at !== null });
    }),
  );
}

interface CreatedProps {
  readonly core: Core;
  readonly session: Session;
  readonly account: Account;
  readonly server: Server;
  readonly once: Once;
  /** The server's name in a client's settings. */
  readonly clientName: string;
  readonly publicUrl: string;
}

/** A server's URL, and how to connect clients to it. */
function Created({ core, session, account, server, once, clientName, publicUrl }: CreatedProps) {
  const url = serverUrl(publicUrl, server, once.token);
  const open = server.config.oauth?.without_token ? oauthResource(publicUrl, server) : null;
  const title = once.act === "made" ? `${server.name} is ready` : `${server.name} has a new URL`;
  return (
    <>
      <Head {...{ account, server, title }} />
      <div class="note warn" role="status">
        <p>
          <strong>Copy the URL now.</strong> It is shown only once.{" "}
          {server.config.oauth
            ? "People must still sign in, and see what their scopes and groups allow."
            : "Anyone who has it can do what the server may do."}
        </p>
        {once.previousUntil && (
          <p>
            The old URL works until <Time at={once.previousUntil} />.
          </p>
        )}
      </div>
      <section class="card" aria-labelledby="url-title">
        <h2 id="url-title">Server URL</h2>
        <Copied id="server-url" text={url} label="the server URL" />
        {once.act === "made" && <FirstCall server={server} />}
        {server.config.require_api_token_auth && (
          <p class="beneath">
            Clients must also send an API token: <a href="/tokens/new">create one</a>.
          </p>
        )}
      </section>
      {open !== null && (
        <section class="card" aria-labelledby="open-title">
          <h2 id="open-title">URL without a token</h2>
          <p class="soft">
            It contains no secret: people sign in to use it. It does not change when the token changes.
          </p>
          <Copied id="open-url" text={open} label="the URL without a token" />
        </section>
      )}
      <Connect
        {...{ url: open ?? url, credential: credentialOf(server.config), name: clientName }}
        bridge={installedBridge}
        download={<DesktopDownload {...{ core, session, server }} token={once.token} />}
      />
    </>
  );
}

/** The script asks until a client has used the URL. Without the script, the link shows when it was last used. */
function FirstCall({ server }: Pick<CreatedProps, "server">) {
  const here = `/accounts/${server.integrated_account_id}/servers/${server.id}`;
  return (
    <p class="beneath" role="status">
      <a class="state warn" data-first-call href={here}>
        Waiting for the first call
      </a>
    </p>
  );
}
