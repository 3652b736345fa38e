import { createAccount, listAccounts } from "../../gateway/accounts/accounts.js";
import type { Act, Core } from "../../gateway/core.js";
import { rotateServer } from "../../gateway/servers/rotation.js";
import { createServer, listServers } from "../../gateway/servers/servers.js";
import { CommandError } from "../command/errors.js";

/** A sandbox that the gateway's sandbox account calls. */
export interface GatewaySandbox {
  /** The name of its API. */
  readonly api: string;
  readonly url: string;
  readonly key: string;
  /** Where a browser on this machine sees its state. */
  readonly view?: string;
}

/** Starts a sandbox of an API. */
export type StartSandbox = (api: string) => Promise<{ readonly url: string; readonly key: string }>;

/**
 * @param url of a sandbox that runs; empty starts one
 * @param start absent where the API has no sandbox
 */
export async function openSandbox(api: string, url: string, start?: StartSandbox): Promise<GatewaySandbox> {
  if (url !== "") return { api, url: url.replace(/\/+$/, ""), key: "fhb-sandbox" };
  if (!start) throw new CommandError(`--sandbox: there is no sandbox for ${api}. Leave the flag out.`);
  const started = await start(api);
  return { api, url: started.url, key: started.key, view: `${started.url}/` };
}

const act: Act = { actor: "gateway", requestId: "start" };
const name = "Sandbox";
const thirtyDays = 2_592_000;

/** A new token for the sandbox's server at each start, because no token is stored. Earlier ones work for thirty days. */
export async function sandboxServerToken(core: Core, { api, key }: GatewaySandbox): Promise<string> {
  const accounts = await listAccounts(core, { limit: 200 });
  const account =
    accounts.result.find((one) => one.region === "sandbox" && one.api === api) ??
    (await createAccount(core, { name, api, api_key: key, region: "sandbox" }, act));
  const servers = await listServers(core, account.id, { limit: 200 });
  const server = servers.result.find((one) => one.name === name && one.state === "active");
  const made = server
    ? await rotateServer(core, { accountId: account.id, id: server.id }, thirtyDays, act)
    : await createServer(core, account.id, { name }, act);
  return made.token;
}
