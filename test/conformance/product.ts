import { startSandbox } from "../../sandbox/start.js";
import { makeAccount, makeServer, startTestGateway } from "../gateway/kit/gateway.js";
import { loadContract } from "../sandbox/kit/contract.js";
import type { Served } from "./fixture/serve.js";

/** FireHydrant's tools over the sandbox, at a server URL of the gateway. */
export async function serveProduct(): Promise<Served> {
  const sandbox = await startSandbox({ contract: loadContract() });
  const gateway = await startTestGateway({ settings: { baseUrls: [sandbox.url] } });
  const { url } = await makeServer(gateway, await makeAccount(gateway, sandbox.url));
  return {
    url,
    async close() {
      await gateway.stop();
      await sandbox.close();
    },
  };
}
