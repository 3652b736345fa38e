import { beforeAll, describe, expect, it } from "vitest";
import { api } from "../../../../generated/firehydrant/index.js";
import { injectedText } from "../../../../sandbox/manners/chaos.js";
import { clientKinds, httpClient } from "../../../fixtures/clients.js";
import { call, rpc } from "../../../gateway/kit/gateway.js";
import { sandbox, hostile, url, serverAt, searchShape, fetchShape, search, fetchOne, first } from "./kit.js";

describe.each(clientKinds)("a client of %s", (kind) => {
  it("gets both tools with the fields that OpenAI requires, before the curated set", async () => {
    const { client, close } = await httpClient(kind, url);
    const { tools } = await client.listTools();
    const [one, other] = tools;
    expect([one!.name, other!.name]).toEqual(["search", "fetch"]);
    expect(tools).toHaveLength(2 + api.catalogue.curated.length + 5);
    for (const tool of [one!, other!]) {
      expect(tool.title).toMatch(/FireHydrant/);
      expect(tool.annotations).toEqual({
        readOnlyHint: true,
        destructiveHint: false,
        idempotentHint: true,
        openWorldHint: true,
      });
    }
    expect(one!.inputSchema).toMatchObject({
      required: ["query"],
      properties: { query: { type: "string" } },
    });
    expect(Object.keys(one!.inputSchema.properties!)).toEqual(["query"]);
    expect(other!.inputSchema).toMatchObject({ required: ["id"], properties: { id: { type: "string" } } });
    expect(Object.keys(other!.inputSchema.properties!)).toEqual(["id"]);
    expect(Object.keys(one!.outputSchema!.properties!)).toEqual(["results"]);
    expect(Object.keys(other!.outputSchema!.properties!)).toEqual(["id", "title", "text", "url", "metadata"]);
    await close();
  });

  it("gets the answer as one JSON text, and again as structured content", async () => {
    const { client, close } = await httpClient(kind, url);
    // After listing tools, the client checks answers against the output schema.
    await client.listTools();
    const found = await client.callTool({ name: "search", arguments: { query: "payments-gateway" } });
    expect(found.content).toEqual([{ type: "text", text: JSON.stringify(found.structuredContent) }]);
    const { results } = searchShape.parse(found.structuredContent);
    const read = await client.callTool({ name: "fetch", arguments: { id: results[0]!.id } });
    expect(read.content).toEqual([{ type: "text", text: JSON.stringify(read.structuredContent) }]);
    expect(fetchShape.parse(read.structuredContent)).toMatchObject(results[0]!);
    await close();
  });
});

describe("filters", () => {
  beforeAll(async () => void (url = await serverAt(sandbox)));

  it("remove a kind if its list or its record tool is hidden", async () => {
    const { id } = await first("Database failover");
    const without = await serverAt(sandbox, { tools: { deny: ["list_runbooks", "get_team"] } });
    const titles = [
      ...(await search("Database failover", without)),
      ...(await search("Payments team", without)),
    ].map(({ title }) => title);
    expect(titles.length).toBeGreaterThan(0);
    expect(titles.filter((title) => /^(Runbook|Team)/.test(title))).toEqual([]);
    const [hidden, strange] = await Promise.all([
      call(without, "fetch", { id }),
      call(without, "fetch", { id: id.replace("runbook", "invoice") }),
    ]);
    expect(hidden.value).toEqual(strange.value);
  });

  it("remove hidden parts of a text", async () => {
    const { id } = await first("#303");
    const without = await serverAt(sandbox, { tools: { deny: ["list_incident_events"] } });
    const { text } = await fetchOne(id, without);
    expect(text).toContain("number: 303");
    expect(text).not.toContain("timeline");
  });

  it("remove both tools if no kind is left: they are not listed, and behave like unknown tools", async () => {
    const none = await serverAt(sandbox, { tags: ["users"] });
    const { result } = await rpc(none, "tools/list");
    expect(result!.tools!.map(({ name }) => name).filter((name) => /^(search|fetch)$/.test(name))).toEqual(
      [],
    );
    for (const name of ["search", "fetch"]) {
      const { error } = await rpc(none, "tools/call", { name, arguments: {} });
      const unknown = await rpc(none, "tools/call", { name: `${name}0`, arguments: {} });
      expect(error!.code).toBe(-32602);
      expect(error!.message.replace(name, "")).toBe(unknown.error!.message.replace(`${name}0`, ""));
    }
  });

  it("allow both on a read-only server", async () => {
    const reading = await serverAt(sandbox, { methods: ["read"] });
    const { result } = await rpc(reading, "tools/list");
    const tools = result!.tools as unknown as { name: string; annotations: { readOnlyHint: boolean } }[];
    expect(tools.slice(0, 2).map(({ name }) => name)).toEqual(["search", "fetch"]);
    expect(tools.filter(({ annotations }) => !annotations.readOnlyHint)).toEqual([]);
    expect((await first("#303", reading)).title).toMatch(/^#303/);
  });
});

describe("text with instructions", () => {
  it("stays a value inside the JSON, and starts no line of the text", async () => {
    const at = await serverAt(hostile);
    const { id } = await first("#303", at);
    const document = await fetchOne(id, at);
    expect(document.text).toContain(injectedText);
    for (const line of document.text.split("\n")) expect(line.trimStart()).not.toMatch(/^IMPORTANT/);
    expect(document.title).not.toContain("IMPORTANT");
  });
});
