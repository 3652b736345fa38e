import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { inUrl } from "./hosts.js";

/** How many milliseconds a request may take to arrive. Then its connection is closed. */
export const mostRequestMs = 30_000;

/** Listens and returns the server's origin. @throws the system's error if it cannot listen */
export function listen(server: Server, host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve(`http://${inUrl(host)}:${(server.address() as AddressInfo).port}`);
    });
  });
}

/** Accepts no further requests, and ends when the running ones have, or aborts them after this many milliseconds. */
export function drainServer(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    // An idle keep-alive connection would keep the server open until its client closes it.
    const idle = setInterval(() => server.closeIdleConnections(), 20);
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(cut);
      resolve();
    });
  });
}
