import { createAccount, listAccounts } from "../../gateway/accounts/accounts.js";
import type { Act, Core } from "../../gateway/core.js";
import { rotateServer } from "../../gateway/servers/rotation.js";
import { listServers } from "../../gateway/servers/server-lists.js";
import { createServer } from "../../gateway/servers/servers.js";
import type { GeneratedApi } from "../../runtime/index.js";

/** A sandbox for the gateway's sandbox account. */
export interface GatewaySandbox {
  /** The name of its API. */
  readonly api: string;
  readonly url: string;
  readonly key: string;
  /** URL of its view for a browser on this machine. */
  readonly view?: string;
}

/** Starts a sandbox of an API. */
export type StartSandbox = (api: GeneratedApi) => Promise<{ readonly url: string; readonly key: string }>;

/** @param url of a running sandbox; empty starts one */
export async function openSandbox(
  api: GeneratedApi,
  url: string,
  start: StartSandbox,
): Promise<GatewaySandbox> {
  const { name } = api.catalogue.api;
  if (url !== "") return { api: name, url: url.replace(/\/+$/, ""), key: "fhb-sandbox" };
  const started = await start(api);
  return { api: name, url: started.url, key: started.key, view: `${started.url}/` };
}

/** Gives the sandbox the URL of the page to link to. A sandbox elsewhere, or of another API, may have no such link. */
export async function linkBack({ url }: GatewaySandbox, gatewayUrl: string): Promise<void> {
  const body = JSON.stringify({ url: gatewayUrl });
  const headers = { "content-type": "application/json" };
  const signal = AbortSignal.timeout(2000);
  await fetch(`${url}/__control/gateway`, { method: "POST", headers, body, signal }).catch(() => undefined);
}

const act: Act = { actor: "gateway", requestId: "start" };
const name = "Sandbox";
const thirtyDays = 2_592_000;

/**
 * A new token for the sandbox's server at each start, because tokens are not stored. Earlier ones work for thirty days.
 */
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
