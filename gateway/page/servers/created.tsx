/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Account } from "../../accounts/accounts.js";
import { clientSettings, credentialOf } from "../../client-settings.js";
import { oauthResource, serverUrl } from "../../server-url.js";
import type { Server, ServerWithToken } from "../../servers/server.js";
import { Copied, Time } from "../parts.js";
import type { Visit } from "../page-handler.js";
import { Head } from "./head.js";

export interface Made {
  readonly account: Account;
  readonly server: ServerWithToken;
  readonly title: string;
  /** The server's name in a client's settings. */
  readonly clientName: string;
  /** When the old URL stops working after a rotation. */
  readonly previousUntil?: string;
}

/** Shows a server's URL, which is only known now. */
export function showCreated(
  visit: Visit,
  { account, server, title, clientName, previousUntil }: Made,
): Promise<Response> {
  const { publicUrl } = visit.c.env.context;
  const url = serverUrl(publicUrl, server, server.token);
  const open = server.config.oauth?.without_token ? oauthResource(publicUrl, server) : null;
  const content = (
    <>
      <Head {...{ account, server, title }} />
      <Created {...{ url, open, server, clientName, previousUntil }} />
    </>
  );
  return visit.show({ title: "Server URL", room: "accounts" }, content);
}

interface CreatedProps extends Pick<Made, "clientName" | "previousUntil"> {
  readonly url: string;
  /** The URL without a token, if it also works. */
  readonly open: string | null;
  readonly server: Server;
}

/** A server's URL, and the settings of clients. */
function Created({ url, open, server, clientName, previousUntil }: CreatedProps) {
  return (
    <>
      <div class="note warn" role="status">
        <p>
          <strong>Copy the URL now.</strong> It is shown only once.{" "}
          {server.config.oauth
            ? "People must still sign in, and see what their scopes and groups allow."
            : "Anyone who has it can do what the server may do."}
        </p>
        {previousUntil && (
          <p>
            The old URL works until <Time at={previousUntil} />.
          </p>
        )}
      </div>
      <section class="card" aria-labelledby="url-title">
        <h2 id="url-title">Server URL</h2>
        <Copied id="server-url" text={url} label="the server URL" />
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
      <section aria-labelledby="clients-title">
        <h2 id="clients-title">Settings for clients</h2>
        {clientSettings(open ?? url, credentialOf(server.config), clientName).map(
          ({ id, client, where, text }) => (
            <details name="client">
              <summary>{client}</summary>
              <div>
                <p class="soft">{where}</p>
                <Copied id={`for-${id}`} text={text} label={`the settings for ${client}`} />
              </div>
            </details>
          ),
        )}
      </section>
    </>
  );
}
