import { Ajv } from "ajv";
import { afterAll, beforeAll, expect } from "vitest";
import { api } from "../../../generated/firehydrant/index.js";
import { typeSchema } from "../../../runtime/answers/schema.js";
import { wholeTypeOf } from "../../../runtime/answers/types.js";
import { createMcpService } from "../../../runtime/mcp/service.js";
import { createApiCaller } from "../../../runtime/pipeline/api-caller.js";
import type { BeforeSend } from "../../../runtime/pipeline/before-send.js";
import type { Selection } from "../../../runtime/registry/selection.js";
import { createRegistry } from "../../../runtime/registry/registry.js";
import { serveHttp, type HttpServing } from "../../../runtime/transport/http.js";
import { originCredentials, practiceTarget } from "../../../runtime/upstream/auth/api-credentials.js";
import { createUpstream } from "../../../runtime/upstream/upstream.js";
import { startSandbox, type RunningSandbox } from "../../../sandbox/start.js";
import { httpClient, type TestClient } from "../../fixtures/clients.js";
import { loadContract } from "../../sandbox/kit/contract.js";
import type { Loose } from "../../sandbox/kit/loose.js";

let sandbox: RunningSandbox;
export let client: TestClient;
const servings: HttpServing[] = [];

/** A real client of a server over the sandbox. */
export async function connect(selection?: Selection, beforeSend?: BeforeSend): Promise<TestClient> {
  const place = practiceTarget(api.catalogue.api, sandbox.url, "fhb-practice");
  const registry = createRegistry(api.catalogue, { surface: "full", selection });
  const caller = createApiCaller(api, registry, {
    baseUrl: place.baseUrl,
    ...(beforeSend ? { beforeSend } : {}),
    upstream: createUpstream({
      title: "FireHydrant",
      credentials: originCredentials(api.catalogue.api, place),
      pacing: { limit: 100_000 },
    }),
  });
  const service = createMcpService({ api, registry, caller, version: "0", report: () => undefined });
  const serving = await serveHttp(service, { host: "127.0.0.1", port: 0, report: () => undefined });
  servings.push(serving);
  return httpClient("client 2.x", serving.url);
}

/** Calls a tool. What a workflow answers must be of its declared type, without further fields. */
export async function run(tool: string, args: object): Promise<Loose> {
  const { text, isError } = await client.call(tool, args);
  const value = JSON.parse(text);
  if (isError) throw new Error(JSON.stringify(value));
  const fits = types.get(tool);
  if (fits) expect(fits(value), `${tool}: ${ajv.errorsText(fits.errors)}`).toBe(true);
  if (fits) answered.add(tool);
  return value;
}

const ajv = new Ajv({ strict: false });
const answers = await api.answers!();
export const types = new Map(
  api.catalogue.workflows!.map(({ tool: { name } }) => [
    name,
    ajv.compile(typeSchema(answers, wholeTypeOf(answers, name), { closed: true, levels: 10 })),
  ]),
);
/** The workflows whose answers were checked. */
export const answered = new Set<string>();

/** A record of the sandbox's state. */
export const rows = (collection: string): Loose[] =>
  sandbox.sandbox.world.store.everything(collection).map(({ id, data }) => ({ id, ...data }) as Loose);

beforeAll(async () => {
  sandbox = await startSandbox({ contract: loadContract(), rateLimit: false, host: "127.0.0.1", port: 0 });
  client = await connect();
});

afterAll(async () => {
  await client?.close();
  await Promise.all(servings.map((serving) => serving.drain(0)));
  await sandbox?.close();
});
