import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { command as server } from "../../cli/admin/server.js";
import { printShares, readShares } from "../../gateway/oauth/share-lines.js";
import { readSettings } from "../../gateway/settings.js";
import { startApiStub, type ApiStub } from "./kit/api-stub.js";
import {
  makeAccount,
  makeServer,
  startTestGateway,
  testAdminToken,
  type TestGateway,
} from "./kit/gateway.js";

let stub: ApiStub;
let on: TestGateway;
let account: string;

beforeAll(async () => {
  stub = await startApiStub();
  const { oauth } = readSettings({ STANDPIPE_OAUTH_ISSUERS: "https://issuer.example.com" });
  on = await startTestGateway({ settings: { baseUrls: [stub.url], oauth } });
  account = await makeAccount(on, stub.url);
});
afterAll(async () => {
  await on.stop();
  await stub.close();
});

describe("lines of scopes and groups", () => {
  const rows: Record<string, object> = {
    "incidents:read = read, list on incidents, pages": {
      "incidents:read": { methods: ["read", "list"], tags: ["incidents", "pages"] },
    },
    "staff = all": { staff: {} },
    "staff = all on teams": { staff: { tags: ["teams"] } },
    "On call team = read": { "On call team": { methods: ["read"] } },
    "https://api.example.com/x=1 = get": { "https://api.example.com/x=1": { methods: ["get"] } },
    "a = read\nb = create": { a: { methods: ["read"] }, b: { methods: ["create"] } },
  };

  it.each(Object.entries(rows))("%j", (text, want) => {
    expect(readShares(text)).toEqual(want);
    expect(printShares(readShares(text))).toBe(text);
  });

  it.each(["staff", "staff =", "staff = on teams", "staff = read on", "staff read"])(
    "with a typo are refused: %j",
    (line) => {
      const [share] = Object.values(readShares(line)!);
      expect([share!.methods, share!.tags]).toContainEqual([]);
    },
  );

  it("are optional", () => {
    expect([readShares(""), readShares("\r\n \n")]).toEqual([undefined, undefined]);
    expect(readShares("a = all\r\nb = read\r\n")).toEqual({ a: {}, b: { methods: ["read"] } });
  });

  it("are accepted by the command line", async () => {
    vi.spyOn(console, "log").mockImplementation(() => {});
    process.env["STANDPIPE_URL"] = on.url;
    process.env["STANDPIPE_ADMIN_TOKEN"] = testAdminToken;
    const { id } = await makeServer(on, account);
    const configNow = async () =>
      (await on.ask<{ config: object }>("GET", `/integrated-account/${account}/mcp/${id}`)).body.config;
    await server.run([
      ...["update", id, "--oauth-scope", "read = read on incidents", "--oauth-group", "sre = all"],
      "--oauth-without-token",
    ]);
    expect(await configNow()).toEqual({
      confirm: "delete",
      oauth: {
        scopes: { read: { methods: ["read"], tags: ["incidents"] } },
        groups: { sre: {} },
        without_token: true,
      },
    });
    await server.run(["update", id, "--no-oauth"]);
    expect(await configNow()).toEqual({ confirm: "delete" });
    vi.restoreAllMocks();
  });
});
