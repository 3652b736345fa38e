import type { Server } from "node:http";
import type { AddressInfo } from "node:net";
import { inUrl } from "./hosts.js";

/** How long a request may take to arrive, in milliseconds. Then its connection is closed. */
export const mostRequestMs = 30_000;

/** Listens and gives the server's origin. @throws the system's error where it can't */
export function listen(server: Server, host: string, port: number): Promise<string> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, host, () => {
      server.off("error", reject);
      resolve(`http://${inUrl(host)}:${(server.address() as AddressInfo).port}`);
    });
  });
}

/** Takes no further requests, and ends when those under way have, or are cut off after so many milliseconds. */
export function drainServer(server: Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    // A connection kept open after its answer would hold the server until its client lets go.
    const idle = setInterval(() => server.closeIdleConnections(), 20);
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    server.close(() => {
      clearInterval(idle);
      clearTimeout(cut);
      resolve();
    });
  });
}
