import { createAccount, listAccounts } from "../gateway/accounts/accounts.js";
import type { Act, Core } from "../gateway/core.js";
import { rotateServer } from "../gateway/servers/rotation.js";
import { createServer, listServers } from "../gateway/servers/servers.js";
import { SettingsError } from "./settings.js";
import type { StartSandbox } from "./start-sandbox.js";

/** A sandbox that the gateway has an account on. */
export interface Practice {
  readonly api: string;
  readonly url: string;
  readonly key: string;
  /** Where a browser on this machine sees its state. */
  readonly view?: string;
}

/**
 * The sandbox of an API.
 * @param given the URL of one that runs; an empty text starts one
 * @throws SettingsError where there is none for the API
 */
export async function sandboxOf(api: string, given: string, start?: StartSandbox): Promise<Practice> {
  if (given !== "") {
    if (!/^https?:/.test(given) || !URL.canParse(given))
      throw new SettingsError(
        `--sandbox takes the URL of a running sandbox, or no value. "${given}" is no URL.`,
      );
    return { api, url: given.replace(/\/+$/, ""), key: "fhb-sandbox" };
  }
  if (!start)
    throw new SettingsError("There is no sandbox for this API. Start the gateway without --sandbox.");
  const { url, key } = await start(api);
  return { api, url, key, view: `${url}/` };
}

const act: Act = { actor: "gateway", requestId: "start" };
const practiceName = "Sandbox";
const thirtyDays = 2_592_000;

/** A token of the sandbox's server URL. Each start gives a new one, since none is kept; earlier ones still work. */
export async function practiceToken(core: Core, { api, key }: Practice): Promise<string> {
  const accounts = await listAccounts(core, { limit: 200 });
  const account =
    accounts.result.find((one) => one.region === "sandbox" && one.api === api) ??
    (await createAccount(core, { name: practiceName, api, api_key: key, region: "sandbox" }, act));
  const servers = await listServers(core, account.id, { limit: 200 });
  const server = servers.result.find(({ name, state }) => name === practiceName && state === "active");
  const made = server
    ? await rotateServer(core, account.id, server.id, thirtyDays, act)
    : await createServer(core, account.id, { name: practiceName }, act);
  return made.token;
}
