import type { AddressInfo } from "node:net";
import { serve, type ServerType } from "@hono/node-server";

/** What answers the requests of a sandbox. */
interface Answering {
  fetch(request: Request): Promise<Response>;
}

export interface Listening {
  /** Such as `http://127.0.0.1:40123`, without a slash at its end. */
  readonly url: string;
  /** Stops listening and drops open connections. */
  close(): Promise<void>;
}

export interface ListenOptions {
  /** 0 (the default) takes any free port. */
  readonly port?: number;
  /** Default 127.0.0.1: a sandbox is for the machine that it runs on. */
  readonly host?: string;
}

/** Listens for a sandbox. Rejects when the port is taken. */
export async function listenAt(
  sandbox: Answering,
  { port = 0, host = "127.0.0.1" }: ListenOptions,
): Promise<Listening> {
  const server = await listen(sandbox, port, host);
  const { port: taken } = server.address() as AddressInfo;
  const shown = host.includes(":") ? `[${host}]` : host;
  return { url: `http://${shown}:${taken}`, close: () => closeServer(server) };
}

/** Serves a sandbox on a port and host; 0 takes any free port. */
export function listen(sandbox: Answering, port: number, host: string): Promise<ServerType> {
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
