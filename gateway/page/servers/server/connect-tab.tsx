/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { installedBridge } from "../../../clients/assistants.js";
import { credentialOf } from "../../../clients/clients.js";
import { serverUrl } from "../../../server-url.js";
import { IfMay } from "../../if-may.js";
import { Connect } from "../connect.js";
import { pathOf, type Place } from "./tabs.js";

interface ConnectTabProps extends Place {
  readonly publicUrl: string;
  /** The URL without a token, if clients can use it. */
  readonly open: string | null;
  readonly clientName: string;
}

/** Stands where a person pastes the token of the URL. */
const PASTED = "PASTE-THE-TOKEN-OF-THE-URL";

/** How to add the server URL to clients. The gateway keeps no token, so the settings have a place for it. */
export function ConnectTab({ account, server, publicUrl, open, clientName }: ConnectTabProps) {
  const url = open ?? serverUrl(publicUrl, server, PASTED);
  return (
    <>
      {open === null && (
        <div class="note">
          <p>
            {"The gateway shows a server URL only once, and keeps no copy. Replace "}
            <code>{PASTED}</code>
            {" with the end of your URL. "}
            <IfMay
              deed="change servers"
              on={{ account: account.id }}
              otherwise="If you do not have the URL any more, ask its maker to rotate it."
            >
              {"If you do not have the URL any more, "}
              <a href={`${pathOf({ account, server })}/settings`}>rotate it</a>.
            </IfMay>
          </p>
        </div>
      )}
      <Connect
        {...{ url, credential: credentialOf(server.config), name: clientName, bridge: installedBridge }}
        hasLinks={open !== null}
      />
    </>
  );
}
