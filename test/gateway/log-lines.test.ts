import { afterAll, beforeAll, expect, it } from "vitest";
import { spawn } from "node:child_process";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { logEvents } from "../../gateway/ops/log-events.js";
import { readSettings } from "../../gateway/settings.js";
import { startApiStub, type ApiStub } from "./kit/api-stub.js";
import {
  call,
  makeAccount,
  makeServer,
  startTestGateway,
  testAdminToken,
  type TestGateway,
} from "./kit/gateway.js";

let stub: ApiStub;
let on: TestGateway;
beforeAll(async () => {
  stub = await startApiStub();
  on = await startTestGateway({ settings: { baseUrls: [stub.url] } });
});
afterAll(() => stub.close());

it("each line of the log has a documented event and its level", async () => {
  const { url } = await makeServer(on, await makeAccount(on, stub.url));
  await call(url, "list_incidents");
  await fetch(`${on.url}/mcp/nothing`, { method: "POST" });
  await on.stop();
  const lines = on
    .logged()
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as { event: keyof typeof logEvents; level: string });
  for (const { event, level } of lines) expect([event, level]).toEqual([event, logEvents[event].level]);
  expect(lines[0]!.event).toBe("started");
  expect(lines.at(-1)!.event).toBe("stopped");
  // A slow machine also logs loop_stalled.
  const events = lines.map(({ event }) => event).filter((event) => event !== "loop_stalled");
  expect(new Set(events)).toEqual(new Set(["started", "audit", "request", "stopped"]));
  expect(lines[0]).toMatchObject({
    version: "0.0.0-test",
    store: "sqlite",
    apis: ["firehydrant"],
    accounts: 0,
    identity_providers: [],
    off: ["public_url", "oauth", "sign_in", "tracing", "metrics_port", "audit_values"],
  });
});

it("the first line names the providers, and does not count them as off", async () => {
  const oidc = {
    issuer: "https://id.example",
    clientId: "standpipe",
    scopes: "openid",
    groupsClaim: "groups",
  };
  const signIn = await startTestGateway({
    settings: {
      oidc: { ...oidc, clockTolerance: 30 },
      oauth: { ...readSettings({}).oauth, issuers: ["https://tokens.example"] },
    },
  });
  await signIn.stop();
  const [first] = signIn.logged().split("\n");
  const line = JSON.parse(first!) as { off: string[] };
  expect(line).toMatchObject({
    sign_in_provider: "https://id.example",
    identity_providers: ["https://tokens.example"],
  });
  expect(line.off).not.toEqual(expect.arrayContaining(["sign_in"]));
  expect(line.off).not.toEqual(expect.arrayContaining(["oauth"]));
});

it("--log-format pretty writes lines for people, without secrets", async () => {
  const folder = await mkdtemp(join(tmpdir(), "standpipe-pretty-"));
  const flags = [
    "--import",
    "tsx",
    "cli/main.ts",
    "gateway",
    "--port",
    "0",
    "--data",
    folder,
    "--log-format",
    "pretty",
  ];
  const child = spawn(process.execPath, flags, {
    env: { ...process.env, STANDPIPE_ADMIN_TOKEN: testAdminToken },
  });
  let said = "";
  child.stderr.on("data", (chunk) => (said += String(chunk)));
  const url = await new Promise<string>((resolve) =>
    child.stdout.on("data", (chunk) => {
      const found = /http:\/\/[\d.:]+/.exec(String(chunk));
      if (found) resolve(found[0]);
    }),
  );
  await fetch(`${url}/log`, { headers: { authorization: "Bearer fhb-0123456789abcdef0123456789abcdef" } });
  child.kill("SIGTERM");
  await new Promise((resolve) => child.once("close", resolve));
  await rm(folder, { recursive: true, force: true });
  expect(said).toMatch(/^\d\d:\d\d:\d\d info started The gateway serves at http:\S+ version=\S+ node=\S+/m);
  expect(said).toMatch(
    /^\d\d:\d\d:\d\d info audit audit=access \S+ action=manage outcome=wrong_admin_token/m,
  );
  expect(said).not.toContain("fhb-");
});
