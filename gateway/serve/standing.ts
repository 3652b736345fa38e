import type { OAuth } from "../oauth/config.js";
import { configOf, type Grant } from "../tokens/grants.js";
import type { Access, Named } from "./access.js";
import type { Authorized, OAuthFactor } from "./oauth-factor.js";
import { wrongUrl, type Shown } from "./shown.js";

/** A request's access at a later time: the current grant, or why there is none. */
export type Standing =
  | { readonly grant: Grant; readonly lapse?: undefined }
  | { readonly grant?: undefined; readonly lapse: Lapse };

/** Why a request lost its access, or why its call may not be sent any more. */
export type Lapse = keyof typeof lapses;

/** What happened, and what helps. */
export const lapses = {
  server: {
    what: "This server URL was revoked or has expired",
    next: "Ask the gateway's operator for a server URL.",
  },
  api_token: {
    what: "The API token of this request was revoked or has expired",
    next: "Use a valid API token.",
  },
  api_token_required: {
    what: "This server URL now requires an API token",
    next: "Show an API token as Authorization: Bearer.",
  },
  access_token: {
    what: "The access token of this request has expired, or no longer opens this server URL",
    next: "Sign in again.",
  },
  session: {
    what: "The person's session on the gateway's page ended",
    next: "Sign in again.",
  },
  role: {
    what: "The person's role changed, and no longer lets them make this call",
    next: "Ask an owner of the account for a role.",
  },
  tool: {
    what: "The settings of this server URL changed, and it no longer allows this tool",
    next: "List the tools again.",
  },
  approval: {
    what: "The settings of this server URL changed, and this call now needs approval",
    next: "Make the call again to ask for approval.",
  },
  own_key: {
    what: "The person's own key for this API changed or was removed",
    next: "Make the call again.",
  },
  account: {
    what: "The key or the address of this server URL's account changed",
    next: "Make the call again. The new key is then used.",
  },
} as const satisfies Readonly<Record<string, { readonly what: string; readonly next: string }>>;

/** A request's credentials, and their access. */
interface Opened {
  readonly shown: Shown;
  readonly named: Named;
  /** The second credential, if there is one. */
  readonly bearer: string | undefined;
  readonly admitted: Grant;
  readonly authorized: Authorized | undefined;
  readonly publicUrl: string;
}

/** Creates a check that repeats all checks of the request's credentials. */
export function createStandings(access: Access, oauthFactor: OAuthFactor, now: () => Date) {
  /** The access token's parts under changed settings; undefined if that is unknown. */
  function authorizedAnew(config: OAuth, { bearer, admitted, publicUrl }: Opened, isFresh?: boolean) {
    const serverId = admitted.server.id;
    const asked = { config, serverId, publicUrl, bearer, refuse: () => {}, isFresh };
    return oauthFactor(asked).catch(() => undefined);
  }

  return (opened: Opened) => {
    const { shown, named, bearer, admitted } = opened;
    return async (isFresh?: boolean): Promise<Standing> => {
      const { grant, refused } = await access.check(named, isFresh);
      if (refused !== undefined || wrongUrl(shown, grant) !== undefined) return { lapse: "server" };
      const { require_api_token_auth, oauth } = configOf(grant.server);
      if (require_api_token_auth) {
        const checked = await access.checkApiToken(bearer, grant.account.id, isFresh);
        if ("refused" in checked)
          return { lapse: checked.refused === "missing" ? "api_token_required" : "api_token" };
      }
      if (!oauth) return { grant };
      const isSame = grant.server.config === admitted.server.config && !opened.authorized?.isOwn;
      const authorized = isSame ? opened.authorized : await authorizedAnew(oauth, opened, isFresh);
      if (!authorized || authorized.endsAt <= now()) return { lapse: "access_token" };
      return { grant: { ...grant, held: authorized.held } };
    };
  };
}
