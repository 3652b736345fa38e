import { createAccount, listAccounts } from "../../gateway/accounts/accounts.js";
import type { Act, Core } from "../../gateway/core.js";
import { rotateServer } from "../../gateway/servers/rotation.js";
import { createServer, listServers } from "../../gateway/servers/servers.js";

/** A sandbox that the gateway's sandbox account calls. */
export interface GatewaySandbox {
  readonly url: string;
  readonly key: string;
  /** Where a browser on this machine sees its state. */
  readonly view?: string;
}

/** @param url of a sandbox that runs; empty starts one */
export async function openSandbox(url: string): Promise<GatewaySandbox> {
  if (url !== "") return { url: url.replace(/\/+$/, ""), key: "fhb-sandbox" };
  const { startApiSandbox } = await import("../sandbox/start.js");
  const started = await startApiSandbox("firehydrant");
  return { url: started.url, key: started.key, view: `${started.url}/` };
}

const act: Act = { actor: "gateway", requestId: "start" };
const name = "Sandbox";
const thirtyDays = 2_592_000;

/** A new token for the sandbox's server at each start, because no token is stored. Earlier ones work for thirty days. */
export async function sandboxServerToken(core: Core, api_key: string): Promise<string> {
  const accounts = await listAccounts(core, { limit: 200 });
  const account =
    accounts.result.find(({ region }) => region === "sandbox") ??
    (await createAccount(core, { name, api_key, region: "sandbox" }, act));
  const servers = await listServers(core, account.id, { limit: 200 });
  const server = servers.result.find((one) => one.name === name && one.state === "active");
  const made = server
    ? await rotateServer(core, account.id, server.id, thirtyDays, act)
    : await createServer(core, account.id, { name }, act);
  return made.token;
}
