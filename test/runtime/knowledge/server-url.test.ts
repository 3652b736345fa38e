import { encode } from "gpt-tokenizer/encoding/o200k_base";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { api } from "../../../generated/firehydrant/index.js";
import { injectedText } from "../../../sandbox/manners/chaos.js";
import { startSandbox, type RunningSandbox } from "../../../sandbox/start.js";
import { clientKinds, httpClient } from "../../fixtures/clients.js";
import {
  call,
  makeAccount,
  makeServer,
  rpc,
  startTestGateway,
  type TestGateway,
} from "../../gateway/kit/gateway.js";
import { loadContract } from "../../sandbox/kit/contract.js";

/*
 * Server URLs with the surface for ChatGPT, over two sandboxes: a normal one, and one whose incidents contain
 * instructions to a model.
 */
let sandbox: RunningSandbox;
let hostile: RunningSandbox;
let on: TestGateway;
let url: string;

const serverAt = async (place: RunningSandbox, config: object = {}) =>
  (await makeServer(on, await makeAccount(on, place.url), { surface: "chatgpt", ...config })).url;

beforeAll(async () => {
  const contract = loadContract();
  sandbox = await startSandbox({ contract, rateLimit: false });
  hostile = await startSandbox({ contract, rateLimit: false, chaos: { injection: true } });
  on = await startTestGateway({ settings: { baseUrls: [sandbox.url, hostile.url] } });
  url = await serverAt(sandbox);
});
afterAll(async () => {
  await on.stop();
  await sandbox.close();
  await hostile.close();
});

/** OpenAI's exact formats. */
const searchShape = z.strictObject({
  results: z.array(z.strictObject({ id: z.string().min(1), title: z.string().min(1), url: z.url() })).max(20),
});
const fetchShape = z.strictObject({
  id: z.string().min(1),
  title: z.string().min(1),
  text: z.string().min(1),
  url: z.url(),
  metadata: z.record(z.string(), z.string()),
});

const search = async (query: string, at = url) =>
  searchShape.parse((await call(at, "search", { query })).value).results;
const fetchOne = async (id: string, at = url) => fetchShape.parse((await call(at, "fetch", { id })).value);
const first = async (query: string, at = url) => (await search(query, at))[0]!;

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

describe("search", () => {
  const rows: Record<string, { given: string; want: RegExp }> = {
    "an incident by its number": { given: "#303", want: /^#303 payments-gateway declines most cards$/ },
    "an incident by a number that is pages away": { given: "incident 5", want: /^#5 / },
    "an incident by its name": { given: "search-indexer lags behind", want: /^#302 / },
    "an incident by words of its name": { given: "notification mails sent twice", want: /^#301 / },
    "an incident of a service": { given: "incidents of dns-manager", want: /^#\d+ .*dns-manager/ },
    "a retrospective": {
      given: "retrospective token-issuer memory",
      want: /^Retrospective: token-issuer out of memory$/,
    },
    "a service": { given: "payments-gateway", want: /^Service payments-gateway$/ },
    "a runbook": { given: "how to fail over the database", want: /^Runbook Database failover$/ },
    "a team": { given: "who owns payments", want: /^Team Payments$/ },
    "the newest of a kind": { given: "latest incidents", want: /^#303 / },
  };

  it.each(Object.entries(rows))("finds %s", async (_, { given, want }) => {
    expect((await first(given)).title).toMatch(want);
  });

  it("finds nothing for an empty query or an unknown word", async () => {
    expect(await search("")).toEqual([]);
    expect(await search("zyzzyva quux")).toEqual([]);
  });

  it("gives each record once", async () => {
    const ids = (await search("payments")).map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it("refuses any other argument, with the nearest valid one", async () => {
    const { result } = await rpc(url, "tools/call", { name: "search", arguments: { querry: "x" } });
    expect(result).toMatchObject({ isError: true });
    expect(result!.content![0]!.text).toContain("query");
  });

  it("is in the log, with every list that it reads", async () => {
    const account = await makeAccount(on, sandbox.url, "Logged");
    const { url: logged, id } = await makeServer(on, account, { surface: "chatgpt" });
    await search("payments-gateway", logged);
    const { body } = await on.ask<{ result: { tool: string; outcome: string }[] }>(
      "GET",
      `/log?server_id=${id}`,
    );
    const tools = body.result.filter(({ outcome }) => outcome === "ok").map(({ tool }) => tool);
    expect(tools).toEqual(
      expect.arrayContaining([
        "search",
        "list_incidents",
        "list_post_mortem_reports",
        "list_services",
        "list_runbooks",
        "list_teams",
      ]),
    );
  });
});

describe("fetch", () => {
  // The rate limit is per account.
  beforeAll(async () => void (url = await serverAt(sandbox)));

  const rows: Record<string, { query: string; text: readonly RegExp[]; link: RegExp }> = {
    incident: {
      query: "#303",
      text: [
        /^number: 303$/m,
        /^severity: SEV1$/m,
        /^- what: payments-gateway$/m,
        /^timeline.*:$/m,
        /body: /,
      ],
      link: /^https:\/\/app\.firehydrant\.example\/incidents\//,
    },
    retrospective: {
      query: "retrospective token-issuer memory",
      text: [/^summary: A cache without a limit/m, /^ {2}number: \d+$/m],
      link: /^https:\/\/app\.firehydrant\.example\/incidents\//,
    },
    service: {
      query: "payments-gateway",
      text: [/^description: Talks to the card networks\.$/m, /^owner: Payments$/m],
      link: /^https:\/\/app\.firehydrant\.io\/services\/[0-9a-f-]{36}$/,
    },
    runbook: {
      query: "Database failover",
      text: [/^owner: Infrastructure$/m, /^- name: 1\. Post a note$/m],
      link: /^https:\/\/app\.firehydrant\.io\/runbooks\/[0-9a-f-]{36}$/,
    },
    team: {
      query: "Payments team",
      text: [/^- name: Ines Albrecht$/m, /^- payments-ledger$/m],
      link: /^https:\/\/app\.firehydrant\.io\/teams\/[0-9a-f-]{36}$/,
    },
  };

  it.each(Object.entries(rows))("reads a record of the kind %s", async (kind, { query, text, link }) => {
    const found = await first(query);
    expect(found.id).toMatch(new RegExp(`^${kind}:[0-9a-f-]{36}$`));
    const document = await fetchOne(found.id);
    expect(document).toMatchObject(found);
    expect(document.url).toMatch(link);
    for (const part of text) expect(document.text).toMatch(part);
    expect(document.metadata["kind"]).toBe(kind);
  });

  it.each([
    ["one that is no more", "incident:00000000-0000-4000-8000-000000000000", "not_found"],
    ["one of no kind", "invoice:1", "invalid_arguments"],
    ["one without a kind", "6d74b4cc-80ac-4bc9-9173-a89d06c29a3f", "invalid_arguments"],
    ["a path", "incident:../teams", "invalid_arguments"],
  ])("reports a wrong id: %s", async (_, id, kind) => {
    const { result, value } = await call(url, "fetch", { id });
    expect(result).toMatchObject({ isError: true });
    expect(result).not.toHaveProperty("structuredContent");
    expect(value).toMatchObject({ error: { kind } });
  });

  it("stays within the token budget of the server URL, and reports the cut", async () => {
    const small = await serverAt(sandbox, { result_token_budget: 700 });
    const { id } = await first("#303");
    const document = await fetchOne(id, small);
    expect(document.text.length).toBeLessThan((await fetchOne(id)).text.length);
    expect(document.metadata["cut"]).toContain("beginning");
    expect(encode(JSON.stringify(document)).length).toBeLessThanOrEqual(700);
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
