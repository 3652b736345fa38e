import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { api } from "../../generated/firehydrant/index.js";
import { createOutputs } from "../../runtime/answers/outputs.js";
import { createMcpService } from "../../runtime/mcp/service.js";
import { createApiCaller } from "../../runtime/pipeline/api-caller.js";
import { createRegistry } from "../../runtime/registry/registry.js";
import { serveHttp, type HttpServing } from "../../runtime/transport/http.js";
import { createUpstream } from "../../runtime/upstream/upstream.js";
import type { Surface } from "../../runtime/contract/surfaces.js";
import { clientKinds, httpClient, type TestClient } from "../fixtures/clients.js";
import { fireStub, page, type FireStub, type Reply } from "./kit/fire-stub.js";

const incident = {
  id: "a",
  number: 402,
  name: "Checkout is down",
  severity: null,
  started_at: "2026-11-28T01:00:00.000Z",
  services: [{ id: "s", name: "Checkout" }],
  new_field: { of: "the API" },
};
const routes: Record<string, Reply> = {
  "GET /v1/incidents": (request) => page([incident, incident], request),
  "GET /v1/incidents/a": () => incident,
  "GET /v1/incidents/b": () => ({ ...incident, number: "no number" }),
};

let stub: FireStub;
const servings: HttpServing[] = [];

/** @param redact names of fields that the server hides */
async function serve(
  withOutputs: boolean,
  { redact = [], surface = "curated" }: { redact?: readonly string[]; surface?: Surface } = {},
): Promise<string> {
  const registry = createRegistry(api.catalogue, { surface });
  const upstream = createUpstream({ title: "FireHydrant", pacing: { limit: 100_000 } });
  const caller = createApiCaller(api, registry, {
    baseUrl: stub.url,
    upstream,
    resolveNames: false,
    redaction: { fields: redact },
  });
  const outputs = createOutputs(await api.answers!(), (name) => redact.includes(name));
  const options = { api, registry, caller, version: "0", report: () => undefined };
  const service = createMcpService({ ...options, ...(withOutputs ? { outputs } : {}) });
  const serving = await serveHttp(service, { host: "127.0.0.1", port: 0, report: () => undefined });
  servings.push(serving);
  return serving.url;
}

beforeAll(async () => {
  stub = await fireStub(routes);
});

afterAll(async () => {
  await Promise.all(servings.map((serving) => serving.drain(0)));
  await stub.close();
});

describe.each(clientKinds)("%s", (kind) => {
  const clients: TestClient[] = [];
  afterAll(() => Promise.all(clients.map((client) => client.close())));

  /** A client that has listed the tools, so that it checks results against their output schemas. */
  async function connected(url: string) {
    const one = await httpClient(kind, url);
    clients.push(one);
    const { tools } = await one.client.listTools();
    const call = (name: string, args: Record<string, unknown> = {}) =>
      one.client.callTool({ name, arguments: args });
    return { tools, call };
  }

  it("lists an output schema for each tool of the API", async () => {
    const { tools } = await connected(await serve(true, { surface: "full" }));
    // A workflow lists none.
    const typed = tools.filter(({ outputSchema }) => outputSchema !== undefined);
    expect(typed).toHaveLength(474);
    expect(typed.every(({ outputSchema }) => outputSchema!.type === "object")).toBe(true);
  });

  it("accepts results in every view", async () => {
    const { call } = await connected(await serve(true));
    const views = [{}, { view: "full" }, { fields: "[].name" }, { fields: "length(@)" }];
    for (const args of views) {
      const listed = await call("list_incidents", args);
      const [{ text }] = listed.content as unknown as [{ text: string }];
      expect(listed.structuredContent).toMatchObject(
        "fields" in args ? { result: JSON.parse(text) } : JSON.parse(text),
      );
      const one = await call("get_incident", { incident_id: "a", ...args });
      expect(one.structuredContent).toBeDefined();
    }
  });

  it("refuses a value of another type than the contract's", async () => {
    const { call } = await connected(await serve(true));
    await expect(call("get_incident", { incident_id: "b" })).rejects.toThrow(/schema/i);
  });

  it("accepts a value that this server hides", async () => {
    const { call } = await connected(await serve(true, { redact: ["number"] }));
    const { structuredContent } = await call("get_incident", { incident_id: "a" });
    expect(structuredContent).toMatchObject({ number: "[redacted]" });
  });

  it("gets an error as an error, without structured content", async () => {
    const { call } = await connected(await serve(true));
    const failed = await call("get_incident", { incident_id: "missing" });
    expect(failed).toMatchObject({ isError: true });
    expect(failed).not.toHaveProperty("structuredContent");
  });

  it("sees none of it by default", async () => {
    const { tools, call } = await connected(await serve(false));
    expect(tools.some(({ outputSchema }) => outputSchema)).toBe(false);
    expect(await call("get_incident", { incident_id: "a" })).not.toHaveProperty("structuredContent");
  });
});
