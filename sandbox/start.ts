import type { AddressInfo } from "node:net";
import { serve, type ServerType } from "@hono/node-server";
import { createSandbox, type Sandbox, type SandboxOptions } from "./sandbox.js";

export interface StartOptions extends SandboxOptions {
  /** 0 (the default) uses any free port. */
  readonly port?: number;
}

export interface RunningSandbox {
  /** Such as `http://127.0.0.1:40123`, without a slash at the end. */
  readonly url: string;
  readonly sandbox: Sandbox;
  /** Stops listening and closes open connections. */
  close(): Promise<void>;
}

/** Makes a sandbox and listens. Rejects if the port is in use. */
export async function startSandbox(options: StartOptions): Promise<RunningSandbox> {
  // By default the sandbox is only for its own machine.
  const { port = 0, host = "127.0.0.1" } = options;
  const sandbox = createSandbox(options);
  const server = await listen(sandbox, port, host);
  const { port: taken } = server.address() as AddressInfo;
  const shown = host.includes(":") ? `[${host}]` : host;
  return { url: `http://${shown}:${taken}`, sandbox, close: () => closeServer(server) };
}

/** Serves a sandbox on a port and host. 0 uses any free port. */
export function listen(sandbox: Sandbox, port: number, host: string): Promise<ServerType> {
  return new Promise((resolve, reject) => {
    const server = serve({ fetch: (request) => sandbox.fetch(request), port, hostname: host }, () =>
      resolve(server),
    );
    server.once("error", reject);
  });
}

function closeServer(server: ServerType): Promise<void> {
  return new Promise((resolve, reject) => {
    server.close((error) => (error ? reject(error) : resolve()));
    if ("closeAllConnections" in server) server.closeAllConnections();
  });
}
