import { PassThrough } from "node:stream";
import { Client } from "@modelcontextprotocol/client";
import { StdioServerTransport } from "@modelcontextprotocol/server/stdio";
import { describe, expect, it } from "vitest";
import { api } from "../../generated/firehydrant/index.js";
import { createRegistry, createShown, originCredentials } from "../../runtime/index.js";
import { loadStdio } from "../../runtime/lazy.js";
import { createApiCaller, createMcpService, createUpstream, serveHttp } from "../../runtime/serving.js";
import { call, makeAccount, makeServer, startTestGateway } from "./kit/gateway.js";
import { pathOf } from "./kit/spans.js";
import { spans, stub, clientTrace, uuid } from "./kit/traced.js";

it("a gateway that does not trace passes a client's valid trace on unchanged, and nothing else", async () => {
  const off = await startTestGateway({ settings: { baseUrls: [stub.url] } });
  const { url } = await makeServer(off, await makeAccount(off, stub.url));
  const { traceparent } = clientTrace();
  await call(url, "get_incident", { incident_id: uuid }, { traceparent });
  expect(stub.arrived.at(-1)!.headers).toMatchObject({
    traceparent,
    "x-request-id": expect.stringMatching(/^req_/),
  });
  for (const wrong of [
    "00-x",
    `${traceparent}, evil`,
    traceparent.replace(/-\w{32}-/, `-${"0".repeat(32)}-`),
  ]) {
    await call(url, "get_incident", { incident_id: uuid }, { traceparent: wrong });
    expect(stub.arrived.at(-1)!.headers["traceparent"], wrong).toBeUndefined();
  }
  expect(spans.all()).toEqual([]);
  await off.stop();
});

describe("standpipe serve", () => {
  function service() {
    const { catalogue } = api;
    const registry = createRegistry(catalogue, { surface: "full" });
    const account = { baseUrl: stub.url, credentials: { apiKey: "fhb-x" } };
    const credentials = originCredentials(catalogue.api, account);
    const upstream = createUpstream({ title: "FireHydrant", credentials, pacing: false });
    const caller = createApiCaller(api, registry, { baseUrl: stub.url, upstream });
    const { tracing } = spans;
    const report = () => {};
    const shown = createShown(registry, "1");
    return { shown, made: createMcpService({ api, registry, caller, version: "1", report, tracing }) };
  }

  it("records one trace over stdio, from the client's span to the request, and a span for each other request", async () => {
    const { shown, made } = service();
    const [input, output] = [new PassThrough(), new PassThrough()];
    const serveStdio = await loadStdio();
    const { tracing } = spans;
    const serving = serveStdio(shown, async () => made, { input, output, report: () => {}, tracing });
    const client = new Client({ name: "test", version: "1" });
    await client.connect(new StdioServerTransport(output, input));
    await client.listTools();
    const { span, traceId, traceparent } = clientTrace();
    const result = await client.callTool({
      name: "get_incident",
      arguments: { incident_id: uuid },
      _meta: { traceparent },
    });
    span.end();
    await client.listPrompts();
    const sent = await spans.ended("GET");
    const all = spans.all();
    expect(pathOf(sent, all)).toEqual(["agent", "tools/call get_incident", "GET"]);
    expect(sent.spanContext().traceId).toBe(traceId);
    const tool = all.find(({ name }) => name.startsWith("tools/call"))!;
    expect(tool.attributes["network.transport"]).toBe("pipe");
    expect(result._meta).toMatchObject({ request_id: tool.attributes["standpipe.request.id"] });
    for (const name of ["tools/list", "prompts/list"])
      expect((await spans.ended(name)).attributes).toEqual({
        "mcp.method.name": name,
        "network.transport": "pipe",
      });
    await client.close();
    await serving.drain(0);
  });

  it("records one trace over HTTP", async () => {
    const { made } = service();
    const { tracing } = spans;
    const serving = await serveHttp(made, { host: "127.0.0.1", port: 0, report: () => {}, tracing });
    const { span, traceId, traceparent } = clientTrace();
    await call(serving.url, "get_incident", { incident_id: uuid }, { traceparent });
    span.end();
    await spans.ended("POST /mcp");
    const sent = await spans.ended("GET");
    expect(pathOf(sent, spans.all())).toEqual(["agent", "POST /mcp", "tools/call get_incident", "GET"]);
    expect(sent.spanContext().traceId).toBe(traceId);
    await serving.drain(0);
  });
});
