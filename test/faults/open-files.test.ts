import { request } from "node:http";
import { connect, type Socket } from "node:net";
import { text } from "node:stream/consumers";
import { afterAll, beforeAll, expect, it } from "vitest";
import { startApiStub, type ApiStub } from "../gateway/kit/api-stub.js";
import { makeAccount, makeServer } from "../gateway/kit/requests.js";
import { makeBundle, type Bundle, type GatewayProcess } from "./kit.js";
import { until } from "./log.js";

let bundle: Bundle;
let stub: ApiStub;
let gateway: GatewayProcess;
beforeAll(async () => {
  [bundle, stub] = await Promise.all([makeBundle(), startApiStub()]);
  gateway = await bundle.start("data", { STANDPIPE_BASE_URLS: stub.url }, "ulimit -n 256;");
}, 180_000);
afterAll(async () => {
  await gateway.stop();
  await Promise.all([stub.close(), bundle.remove()]);
});

it("400 connections with a limit of 256 open files leave room for calls, and the log says which limit to raise", async () => {
  const { token } = await makeServer(gateway, await makeAccount(gateway, stub.url));
  const url = `${gateway.url}/mcp/${token}`;
  const { port, hostname } = new URL(gateway.url);
  const sockets: Socket[] = [];
  for (let opened = 0; opened < 400; opened++) {
    const socket = connect(Number(port), hostname).on("error", () => {});
    socket.write("GET /healthz HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n");
    sockets.push(socket);
  }
  await until(() => gateway.logged().includes("ulimit -n"));
  // Idle connections give way to it. By themselves they would stay open for a minute.
  await expect.poll(() => callAlone(url), { timeout: 40_000 }).toContain('"result":{"content"');
  for (const socket of sockets) socket.destroy();
});

/** A call over a connection of its own, as of a new client. Gives the answer, or why there is none. */
function callAlone(url: string): Promise<string> {
  const params = { name: "create_incident", arguments: { name: "one" } };
  const headers = { "content-type": "application/json", accept: "application/json" };
  return new Promise((resolve) => {
    request(url, { method: "POST", agent: false, headers }, (response) => void text(response).then(resolve))
      .on("error", ({ message }) => resolve(message))
      .end(JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/call", params }));
  });
}
