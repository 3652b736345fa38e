import { request } from "node:http";
import { afterAll, beforeAll } from "vitest";
import { startApiStub, type ApiStub } from "./api-stub.js";
import { makeAccount, makeServer, startTestGateway, type MadeServer, type TestGateway } from "./gateway.js";

export let on: TestGateway;
export let stub: ApiStub;
export let server: MadeServer;
beforeAll(async () => {
  stub = await startApiStub();
  const settings = {
    baseUrls: [stub.url],
    allowedHosts: ["pipe.example.com"],
    trustedProxies: ["127.0.0.1"],
    mostRequests: 20,
  };
  on = await startTestGateway({ settings });
  server = await makeServer(on, await makeAccount(on, stub.url));
});
afterAll(async () => {
  await on.stop();
  await stub.close();
});

export const raw = (path: string, headers: Record<string, string>, method = "GET") =>
  sendRaw(on.url + path, headers, method);

/** A request whose headers are sent unchanged, including Host. */
function sendRaw(
  url: string,
  headers: Record<string, string>,
  method: string,
): Promise<{ status: number; text: string; headers: NodeJS.Dict<string | string[]> }> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method, headers }, (response) => {
      let text = "";
      response.on("data", (chunk) => (text += String(chunk)));
      response.on("end", () => resolve({ status: response.statusCode!, text, headers: response.headers }));
    });
    sent.on("error", reject);
    sent.end();
  });
}
