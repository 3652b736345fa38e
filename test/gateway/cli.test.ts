import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { command as account } from "../../cli/admin/account.js";
import { command as log } from "../../cli/admin/log.js";
import { command as server } from "../../cli/admin/server.js";
import { command as token } from "../../cli/admin/token.js";
import { command as clientConfig } from "../../cli/connect/client-config.js";
import { clients } from "../../gateway/clients/clients.js";
import { clientKinds, stdioClient } from "../fixtures/clients.js";
import { startApiStub, type ApiStub } from "./kit/api-stub.js";
import {
  makeAccount,
  makeServer,
  rpc,
  startTestGateway,
  testAdminToken,
  type TestGateway,
} from "./kit/gateway.js";

let on: TestGateway;
let stub: ApiStub;
let folder: string;
let out: string[];
let said: string[];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "standpipe-cli-"));
  stub = await startApiStub();
  on = await startTestGateway({ settings: { baseUrls: [stub.url] } });
  process.env["STANDPIPE_URL"] = on.url;
  process.env["STANDPIPE_ADMIN_TOKEN"] = testAdminToken;
});
beforeEach(() => {
  [out, said] = [[], []];
  vi.spyOn(console, "log").mockImplementation((text) => void out.push(String(text)));
  vi.spyOn(console, "error").mockImplementation((text) => void said.push(String(text)));
});
afterEach(() => {
  vi.restoreAllMocks();
});
afterAll(async () => {
  await on.stop();
  await stub.close();
  await rm(folder, { recursive: true, force: true });
});

interface Command {
  run(argv: readonly string[]): Promise<number>;
}

/** A command's output as JSON. */
async function json<Reply = Record<string, string>>(command: Command, ...argv: string[]): Promise<Reply> {
  out.length = 0;
  await command.run([...argv, "--json"]);
  expect(said).toEqual([]);
  return JSON.parse(out.join("\n")) as Reply;
}

/** A command's error output. */
async function complaint(command: Command, ...argv: string[]): Promise<string> {
  said.length = 0;
  expect(await command.run(argv)).toBe(1);
  return said.join("\n");
}

it("adds, lists and removes accounts", async () => {
  const keyFile = join(folder, "key");
  await writeFile(keyFile, "fhb-from-a-file\n");
  const made = await json(account, "add", "Acme", "--base-url", stub.url, "--key-file", keyFile);
  expect(stub.arrived.at(-1)!.key).toBe("fhb-from-a-file");
  expect(made).toMatchObject({ name: "Acme", base_url: stub.url });
  process.env["FIREHYDRANT_API_KEY"] = "fhb-from-the-environment";
  await json(account, "add", "Other", "--base-url", stub.url, "--no-verify");
  delete process.env["FIREHYDRANT_API_KEY"];
  expect((await json<object[]>(account, "list")).length).toBe(2);
  out.length = 0;
  await account.run(["list"]);
  expect(out[0]).toMatch(/^ID +NAME +API +WHERE +KEY +KEY VERIFIED\n/);
  expect(out[0]).toContain("Acme");
  await account.run(["remove", "Other"]);
  expect(await json<object[]>(account, "list")).toMatchObject([{ name: "Acme" }]);
});

it("creates, lists, shows, updates, rotates and revokes servers", async () => {
  const flags =
    "--methods read,create --tags incidents --deny get_incident --surface full --names managed --rate-limit 60/60 --result-token-budget 9000 --on-429 pass --redact emails,phone --connect-seconds 2 --first-byte-seconds 12.5 --call-seconds 20 --output-schemas --no-resolve-names --confirm delete --expires 30d";
  const made = await json<{ id: string; url: string; config: object; expires_at: string }>(
    server,
    "create",
    "Reader",
    ...flags.split(" "),
  );
  expect(made.config).toEqual({
    methods: ["read", "create"],
    tags: ["incidents"],
    tools: { deny: ["get_incident"] },
    surface: "full",
    names: "managed",
    rate_limit: { calls: 60, seconds: 60 },
    result_token_budget: 9000,
    on_429: "pass",
    redact: ["emails", "phone"],
    connect_seconds: 2,
    first_byte_seconds: 12.5,
    call_seconds: 20,
    output_schemas: true,
    resolve_names: false,
    confirm: "delete",
  });
  expect((Date.parse(made.expires_at) - Date.now()) / 86_400_000).toBeCloseTo(30, 1);
  expect((await rpc(made.url, "tools/list")).status).toBe(200);
  expect(await json<object[]>(server, "list")).toMatchObject([{ name: "Reader", state: "active" }]);
  expect(await json(server, "show", made.id)).not.toHaveProperty("token");
  const updated = await json(
    server,
    "update",
    "Reader",
    "--name",
    "Renamed",
    "--confirm",
    "create_incident",
    "--expires",
    "never",
  );
  expect(updated).toMatchObject({
    name: "Renamed",
    expires_at: null,
    config: { ...made.config, confirm: ["create_incident"] },
  });
  const rotated = await json<{ url: string }>(server, "rotate", "Renamed", "--overlap", "0");
  expect((await rpc(made.url, "tools/list")).status).toBe(404);
  expect((await rpc(rotated.url, "tools/list")).status).toBe(200);
  await server.run(["revoke", "Renamed"]);
  expect((await rpc(rotated.url, "tools/list")).status).toBe(404);
  expect(await json<object[]>(server, "list")).toEqual([]);
  expect(await json<object[]>(server, "list", "--revoked")).toHaveLength(1);
});

it("creates, lists and revokes API tokens, and prints the log", async () => {
  const made = await json(token, "create", "CI", "--expires", "12h");
  expect(made["token"]).toMatch(/^spa_/);
  expect(await json<object[]>(token, "list")).toMatchObject([{ name: "CI" }]);
  await token.run(["revoke", made["id"]!]);
  expect(await json<object[]>(token, "list")).toEqual([]);
  const entries = await json<{ action: string }[]>(log, "--kind", "manage", "--limit", "2");
  expect(entries.map(({ action }) => action)).toEqual(["api_token.revoke", "api_token.create"]);
  out.length = 0;
  await log.run([]);
  expect(out[0]).toMatch(/^AT +WHO +WHAT +OUTCOME +SERVER +MS\n/);
});

it("reports errors", async () => {
  expect(await complaint(server, "create", "x", "--methods", "raed")).toContain(
    "--methods takes any of list, get",
  );
  expect(await complaint(server, "show", "nobody")).toContain('There is no server "nobody".');
  expect(await complaint(server, "create")).toContain("The argument <name> is missing.");
  expect(await complaint(server, "crate", "x")).toContain("Did you mean create?");
  expect(await complaint(server, "create", "x", "--colour", "red")).toContain("colour");
  expect(await complaint(server, "create", "x", "--expires", "soon")).toContain("--expires takes");
  expect(await complaint(server, "create", "x", "--rate-limit", "many")).toContain("--rate-limit takes");
  expect(await complaint(account, "add", "x")).toContain("FIREHYDRANT_API_KEY");
  expect(await complaint(account, "list", "--url", "http://127.0.0.1:9")).toContain("No gateway answers");
  process.env["STANDPIPE_ADMIN_TOKEN"] = "wrong";
  expect(await complaint(account, "list")).toContain("admin token");
  delete process.env["STANDPIPE_ADMIN_TOKEN"];
  expect(await complaint(account, "list")).toContain("STANDPIPE_ADMIN_TOKEN is not set");
  process.env["STANDPIPE_ADMIN_TOKEN"] = testAdminToken;
});

it.each(clients.map(({ id }) => id))("prints the settings of %s", async (id) => {
  const url = "https://pipe.example.com/mcp/sp_x";
  await clientConfig.run([id, "--url", url]);
  expect(out.join("")).toContain(url);
  if (out[0]!.startsWith("{")) JSON.parse(out[0]!);
  expect(said[0]).toBeTruthy();
});

describe("connect", () => {
  it.each(clientKinds)("bridges a stdio client of %s to a server URL", async (kind) => {
    const own = await makeAccount(on, stub.url, "Bridged");
    const { url } = await makeServer(on, own);
    const direct = (await rpc(url, "tools/list")).result!.tools!;
    const { client, call, close } = await stdioClient(kind, process.execPath, [
      "--import",
      "tsx",
      "cli/main.ts",
      "connect",
      url,
    ]);
    const { tools } = await client.listTools();
    expect(tools).toEqual(direct);
    const answers = await Promise.all(
      Array.from({ length: 10 }, (_, at) => call("list_incidents", { query: `m${at}` })),
    );
    for (const [at, { text }] of answers.entries()) expect(text).toContain(`m${at} as Bridged`);
    await expect(call("no_such_tool")).rejects.toThrow("Unknown tool");
    await close();
  });

  it("prints the gateway's message for a URL that does not work", async () => {
    const url = `${on.url}/mcp/nothing`;
    const connecting = stdioClient("sdk 1.x", process.execPath, [
      "--import",
      "tsx",
      "cli/main.ts",
      "connect",
      url,
    ]);
    await expect(connecting).rejects.toThrow("There is no such server URL.");
  });
});
