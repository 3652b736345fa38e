/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { credentialOf } from "../../clients/clients.js";
import { desktopBundle, DESKTOP_ENDING } from "../../clients/desktop/bundle.js";
import type { Core } from "../../core.js";
import { badRequest } from "../../error.js";
import { serverUrl } from "../../server-url.js";
import type { Server } from "../../servers/server.js";
import { VaultError } from "../../secrets/vault.js";
import type { Session } from "../../sessions.js";
import { first, visited, type PageApp, type PageParts } from "../page-handler.js";
import { Csrf } from "../parts.js";
import { placeOf } from "./place.js";

interface DownloadProps {
  readonly core: Core;
  readonly session: Session;
  readonly server: Server;
  /** The token of the server's URL. The form sends it back encrypted. */
  readonly token: string;
}

/** A button that downloads the server URL as a bundle for desktop clients. It is missing where people must sign in. */
export function DesktopDownload({ core, session, server, token }: DownloadProps) {
  if (credentialOf(server.config) === "oauth") return null;
  const action = `/accounts/${server.integrated_account_id}/servers/${server.id}/desktop`;
  const sealed = core.keys.vault.seal(token, placeOfToken(session, server));
  return (
    <form method="post" action={action}>
      <Csrf session={session} />
      <input type="hidden" name="token" value={sealed} />
      <button class="primary">Download for Claude Desktop</button>
      <p class="soft">
        Open the file to install it. It contains the server URL, so keep it as secret as the URL. The machine
        does not need standpipe.
      </p>
    </form>
  );
}

/** Answers with the bundle of a server URL. */
export function mountDesktopDownload(page: PageApp, parts: PageParts): void {
  const { core, version } = parts;
  page.post(
    "/accounts/:id/servers/:server/desktop",
    visited(parts, async (visit) => {
      const { server } = await placeOf(core, visit);
      const token = opened(core, first(visit.fields, "token"), placeOfToken(visit.session, server));
      const credential = credentialOf(server.config);
      if (token === undefined || credential === "oauth")
        throw badRequest("This form is out of date. Rotate the URL, and download the file from its page.");
      const url = serverUrl(visit.c.env.context.publicUrl, server, token);
      const bundle = await desktopBundle({ id: server.id, name: server.name, url, credential, version });
      return visit.c.body(bundle, 200, {
        "content-type": "application/zip",
        "content-disposition": `attachment; filename="standpipe-${server.id}.${DESKTOP_ENDING}"`,
        "cache-control": "no-store",
      });
    }),
  );
}

/** Binds the encrypted token to a session and a server. */
function placeOfToken({ id }: Session, server: Server): string {
  return `desktop/${id}/${server.id}`;
}

function opened({ keys }: Core, sealed: string | undefined, place: string): string | undefined {
  try {
    return sealed === undefined ? undefined : keys.vault.open(sealed, place);
  } catch (error) {
    if (error instanceof VaultError) return undefined;
    throw error;
  }
}
