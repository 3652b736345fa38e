import type { Server, ServerResponse } from "node:http";
import type { AddressInfo, Socket } from "node:net";
import { inUrl } from "./hosts.js";

/** How many milliseconds a request may take to arrive. Then its connection is closed. */
export const mostRequestMs = 30_000;

/** A server that listens. */
export interface Listening {
  readonly origin: string;
  /** Accepts no further requests, and ends when the running ones have, or aborts them after this many milliseconds. */
  drain(graceMs: number): Promise<void>;
}

/**
 * @param report receives errors of single connections and responses. Without a listener, each would stop the process.
 * @throws the system's error if it cannot listen
 */
export async function listen(
  server: Server,
  host: string,
  port: number,
  report: (error: Error) => void,
): Promise<Listening> {
  server.on("request", (_request, response: ServerResponse) => response.on("error", report));
  const connections = new Set<Socket>();
  server.on("connection", (socket) => {
    connections.add(socket);
    socket.once("close", () => connections.delete(socket));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject).on("error", report);
      resolve();
    });
  });
  return {
    origin: `http://${inUrl(host)}:${(server.address() as AddressInfo).port}`,
    drain: (graceMs) => drain(server, connections, graceMs),
  };
}

function drain(server: Server, connections: ReadonlySet<Socket>, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    // An idle keep-alive connection would keep the server open until its client closes it.
    const idle = setInterval(() => {
      server.closeIdleConnections();
      // Node does not count these as idle: clients opened them in advance and sent nothing.
      for (const socket of connections) if (socket.bytesRead === 0) socket.destroy();
    }, 20);
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(cut);
      resolve();
    });
  });
}
