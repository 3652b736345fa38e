import type { ServerConfig } from "../server-config.js";
import { assistants } from "./assistants.js";
import type { Client, Credential } from "./client.js";
import { editors } from "./editors.js";
import { programs } from "./programs.js";
import { terminals } from "./terminals.js";

/** All clients, by what they are. A new client goes into one of these lists. */
export const clientGroups: readonly { readonly title: string; readonly clients: readonly Client[] }[] = [
  { title: "Assistants", clients: assistants },
  { title: "Editors", clients: editors },
  { title: "Terminals", clients: terminals },
  { title: "Programs", clients: programs },
];

export const clients: readonly Client[] = clientGroups.flatMap((group) => group.clients);

/** The usual name of a server in a client's settings. */
export const USUAL_NAME = "standpipe";

/** The name of an account's server in a client's settings: the API's name if the gateway serves several. */
export function clientNameOf(
  apis: Readonly<Record<string, unknown>>,
  account: { readonly api: string },
): string {
  return Object.keys(apis).length > 1 ? account.api : USUAL_NAME;
}

export function credentialOf({ oauth, require_api_token_auth }: ServerConfig): Credential {
  return oauth ? "oauth" : require_api_token_auth ? "api_token" : "none";
}
