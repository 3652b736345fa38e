import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** An upstream on loopback that answers at once with one small incident. */
export async function startStub(): Promise<{ url: string; close(): void }> {
  const body = JSON.stringify({
    id: "9f1c",
    number: 402,
    name: "Checkout fails",
    severity: "SEV2",
    active: true,
  });
  const server = createServer((request, response) => {
    request.resume().on("end", () => {
      response.writeHead(200, { "content-type": "application/json" }).end(body);
    });
  });
  server.keepAliveTimeout = 60_000;
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: () => server.close() };
}
