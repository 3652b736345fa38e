import { serve } from "@hono/node-server";
import { createSandbox, type SandboxOptions } from "../sandbox/sandbox.js";
import { inUrl } from "../runtime/transport/guard.js";
import { repairedContract } from "./contract.js";

export interface RunningSandbox {
  readonly url: string;
  /** A key that it takes. */
  readonly key: string;
}

/** Starts a stand-in for an API. */
export type StartSandbox = (api: string) => Promise<RunningSandbox>;

/** Starts a sandbox, on any free port of loopback unless another is asked for; it ends with the process. */
export async function startSandbox(
  api: string,
  options: Omit<SandboxOptions, "contract"> = {},
  { host = "127.0.0.1", port = 0 }: { readonly host?: string; readonly port?: number } = {},
): Promise<RunningSandbox> {
  const { fetch } = createSandbox({ ...options, contract: await repairedContract(api) });
  return new Promise((resolve, reject) => {
    const server = serve({ fetch, hostname: host, port }, ({ port: taken }) => {
      resolve({ url: `http://${inUrl(host)}:${taken}`, key: "fhb-sandbox" });
    });
    server.once("error", reject);
  });
}
