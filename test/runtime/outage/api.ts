import type { RequestListener } from "node:http";
import { createServer } from "node:https";
import { createServer as createDoor, type AddressInfo, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { json } from "../kit/stub.js";
import type { Certificate } from "./certificate.js";

/** How connections are accepted: with TLS, with garbage instead of TLS, or with silence. */
export type Door = "open" | "refusing" | "silent";

/** A loopback API that fails as each request asks. */
export interface FaultyApi {
  readonly url: string;
  /** Received requests by row and method. */
  readonly arrived: readonly string[];
  /** Closes all connections, and accepts new ones in this way. */
  setDoor(door: Door): void;
  close(): Promise<void>;
}

/**
 * A request names its row in the `query` of a list or the `name` of a record. Requests without a row succeed, except
 * for records that end in 0404.
 */
export async function startFaultyApi(
  certificate: Certificate,
  faults: Readonly<Record<string, RequestListener>>,
): Promise<FaultyApi> {
  const arrived: string[] = [];
  // No connection is reused, so a closed port is noticed at once.
  const api = createServer({ ...certificate, keepAlive: false }, async (request, response) => {
    const sent =
      request.method === "POST" ? (JSON.parse(await text(request)) as { name: string }) : undefined;
    const row = sent?.name ?? new URL(request.url!, "https://api").searchParams.get("query") ?? "";
    arrived.push(`${request.method} ${row}`);
    const isGone = request.url!.endsWith("0404");
    if (isGone) return json(response, { detail: "not found" }, 404);
    (faults[row] ?? right)(request, response);
  });
  api.maxRequestsPerSocket = 1;
  const sockets = new Set<Socket>();
  let door: Door = "open";
  const entrance = createDoor((socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined).on("close", () => sockets.delete(socket));
    if (door === "open") api.emit("connection", socket);
    if (door === "refusing") socket.once("data", () => socket.end("There is no TLS here.\r\n"));
  });
  const shut = () => sockets.forEach((socket) => socket.destroy());
  await new Promise<void>((resolve) => entrance.listen(0, "127.0.0.1", resolve));
  return {
    url: `https://127.0.0.1:${(entrance.address() as AddressInfo).port}`,
    arrived,
    setDoor(next) {
      shut();
      door = next;
    },
    async close() {
      shut();
      await new Promise((resolve) => entrance.close(resolve));
    },
  };
}

const pagination = { count: 1, page: 1, items: 1, pages: 1, last: 1, next: null };
const right: RequestListener = (_, response) => json(response, { data: [{ id: "right" }], pagination });
