import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, vi } from "vitest";
import { checks, type CheckName } from "../../../cli/doctor/checks.js";
import { keysOf, storeOf } from "../../../cli/doctor/doctor.js";
import type { Examined, Finding } from "../../../cli/doctor/finding.js";
import { servedApis } from "../../../gateway/apis.js";
import { readSettings } from "../../../gateway/settings.js";
import { api } from "../../../generated/firehydrant/index.js";
import { startApiStub, type ApiStub } from "../../gateway/kit/api-stub.js";
import { makeAccount, startTestGateway } from "../../gateway/kit/gateway.js";
import { startIssuer, type TestIssuer } from "../../gateway/kit/issuer.js";

/* A machine that the doctor examines. Importing this file makes its folder and starts its API and provider. */
export let stub: ApiStub;
export let issuer: TestIssuer;
export let folder: string;
const servers: Server[] = [];
beforeAll(async () => void ([stub, issuer] = await Promise.all([startApiStub(), startIssuer()])));
afterAll(() => Promise.all([stub.close(), issuer.close()]));
beforeEach(async () => {
  folder = join(await mkdtemp(join(tmpdir(), "standpipe-doctor-")), "data");
  await mkdir(folder, { mode: 0o700 });
});
afterEach(async () => {
  stub.reply = () => undefined;
  for (const server of servers.splice(0)) server.close();
  await rm(join(folder, ".."), { recursive: true, force: true });
  vi.restoreAllMocks();
});

export const GB = 1_073_741_824;

export interface Given extends Partial<Omit<Examined, "settings" | "apis">> {
  readonly variables?: Record<string, string>;
  readonly region?: string;
}

/** What is examined: a healthy machine, with what a test changes. */
export async function examined({
  variables = {},
  region = stub.url,
  ...given
}: Given = {}): Promise<Examined> {
  const env = { STANDPIPE_SECRET_KEY: "k".repeat(40), STANDPIPE_BASE_URLS: stub.url, ...variables };
  const settings = readSettings(env);
  const catalogue = { ...api.catalogue, api: { ...api.catalogue.api, servers: { us: region } } };
  return {
    ...{ env, settings, folder, host: "127.0.0.1", port: 0, nodeVersion: "22.1.0" },
    apis: servedApis({ apis: [{ ...api, catalogue }], sandboxUrls: {}, baseUrls: settings.baseUrls }),
    now: () => new Date(),
    freeBytes: async () => 50 * GB,
    keys: keysOf(env, given.folder ?? folder),
    store: await storeOf(settings.databaseUrl, given.folder ?? folder),
    ...given,
  };
}

export async function finding(check: CheckName, given?: Given): Promise<Finding> {
  const result: Finding | readonly Finding[] = await checks[check](await examined(given));
  const found = Array.isArray(result) ? (result as readonly Finding[]) : [result as Finding];
  return found.find(({ state }) => state !== "ok") ?? found[0]!;
}

export async function listening(
  answer: Parameters<typeof createServer>[1],
): Promise<{ url: string; port: number }> {
  const server = createServer(answer);
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, port };
}

/** A data folder that a gateway has used. */
export async function usedFolder(key = "fhb-good", secret = "k".repeat(40)): Promise<void> {
  const on = await startTestGateway({
    folder,
    env: { STANDPIPE_SECRET_KEY: secret },
    settings: { baseUrls: [stub.url] },
  });
  await makeAccount(on, stub.url, key.slice(4));
  await on.stop();
}
