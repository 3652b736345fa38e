import { fileURLToPath } from "node:url";
import { SERVER_INFO_META_KEY } from "@modelcontextprotocol/server";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { icon } from "../../gateway/page/assets.js";
import { clientKinds, httpClient, stdioClient } from "../fixtures/clients.js";
import { startApiStub, type ApiStub } from "./kit/api-stub.js";
import { makeAccount, makeServer, rpc, startTestGateway, type TestGateway } from "./kit/gateway.js";

/* The server's icon is in its introduction, for revisions of MCP that have icons, and nowhere else. */

let on: TestGateway;
let stub: ApiStub;
let url: string;
beforeAll(async () => {
  stub = await startApiStub();
  on = await startTestGateway({ settings: { baseUrls: [stub.url] } });
  ({ url } = await makeServer(on, await makeAccount(on, stub.url)));
});
afterAll(async () => {
  await on.stop();
  await stub.close();
});

interface Introduced {
  readonly title?: string;
  readonly icons?: readonly { readonly src: string; readonly mimeType: string }[];
}

const drawingIn = ({ icons }: Introduced) =>
  icons?.map(({ src }) => Buffer.from(src.split("base64,")[1]!, "base64").toString());

const small = fileURLToPath(new URL("../fixtures/serve-small.ts", import.meta.url));

describe.each(clientKinds)("%s", (kind) => {
  it("gets the icon over HTTP", async () => {
    const { client, close } = await httpClient(kind, url);
    expect(drawingIn(client.getServerVersion() as Introduced)).toEqual([icon.body.trim()]);
    await close();
  });

  it("gets the icon over stdio", async () => {
    const { client, close } = await stdioClient(kind, process.execPath, [
      "--import",
      "tsx",
      small,
      "stdio",
      "full",
    ]);
    expect(drawingIn(client.getServerVersion() as Introduced)).toEqual([icon.body.trim()]);
    await close();
  });
});

it.each(["2025-06-18", "2025-03-26", "2024-11-05"])("revision %s has no icons", async (protocolVersion) => {
  const clientInfo = { name: "old", version: "1" };
  const { result } = await rpc(url, "initialize", { protocolVersion, capabilities: {}, clientInfo });
  expect(result).toMatchObject({ protocolVersion, serverInfo: { name: "standpipe" } });
  expect(result!["serverInfo"]).not.toHaveProperty("icons");
});

it("a list and a call of the newest revision carry no icon", async () => {
  const answers: unknown[] = [];
  const watched: typeof fetch = async (...request) => {
    const response = await fetch(...request);
    answers.push(await response.clone().json());
    return response;
  };
  const { client, call, close } = await httpClient("client 2.x, 2026-07-28", url, {}, watched);
  await client.listTools();
  await call("list_incidents");
  await close();
  const infos = answers.map((one) => (one as { result: { _meta: Record<string, Introduced> } }).result._meta);
  expect(infos.map((meta) => meta[SERVER_INFO_META_KEY]!.icons?.length)).toEqual([1, undefined, undefined]);
});
