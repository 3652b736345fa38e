import { serve } from "@hono/node-server";
import { createSandbox, type SandboxOptions } from "../sandbox/sandbox.js";
import { repairedContract } from "./contract.js";

export interface RunningSandbox {
  readonly url: string;
  /** A key that it takes. */
  readonly key: string;
}

/** Starts a sandbox on a port of this machine, any free one unless another is asked for; it ends with the process. */
export async function startSandbox(
  api: string,
  options: Omit<SandboxOptions, "contract"> = {},
  port = 0,
): Promise<RunningSandbox> {
  const { fetch } = createSandbox({ ...options, contract: await repairedContract(api) });
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, hostname: "127.0.0.1", port }, ({ port: taken }) => {
      resolve({ url: `http://127.0.0.1:${taken}`, key: "fhb-sandbox" });
    });
    server.once("error", reject);
  });
}
