import { getAccount, type Account } from "../../accounts/accounts.js";
import type { Core } from "../../core.js";
import type { Server } from "../../servers/server.js";
import { getServer } from "../../servers/servers.js";
import type { Visit } from "../page-handler.js";

/** The account and server in a path. @throws GatewayError 404 */
export async function placeOf(core: Core, { c }: Visit): Promise<{ account: Account; server: Server }> {
  const [id, server] = [c.req.param("id")!, c.req.param("server")!];
  return { account: await getAccount(core, id), server: await getServer(core, id, server) };
}
