import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** Answers at once: one small incident, or ten for a list. Ends with its parent process. */
const incident = { id: "9f1c", number: 402, name: "Checkout fails", severity: "SEV2", active: true };
const one = JSON.stringify(incident);
const list = JSON.stringify({
  data: Array.from({ length: 10 }, (_, index) => ({ ...incident, number: index })),
  pagination: { count: 10, page: 1, items: 20, pages: 1, last: 1, prev: null, next: null },
});

const server = createServer((request, response) => {
  request.resume().on("end", () => {
    const isList = request.url!.split("?", 1)[0]!.endsWith("/incidents");
    response.writeHead(200, { "content-type": "application/json" }).end(isList ? list : one);
  });
});
server.keepAliveTimeout = 60_000;
server.listen(0, "127.0.0.1", () => process.send!((server.address() as AddressInfo).port));
process.on("disconnect", () => process.exit(0));
