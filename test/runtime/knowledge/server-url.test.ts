import { encode } from "gpt-tokenizer/encoding/o200k_base";
import { beforeAll, describe, expect, it } from "vitest";
import { api } from "../../../generated/firehydrant/index.js";
import { clientKinds, httpClient } from "../../fixtures/clients.js";
import { call, makeAccount, makeServer, rpc } from "../../gateway/kit/gateway.js";
import {
  sandbox,
  on,
  renewUrl,
  url,
  serverAt,
  searchShape,
  fetchShape,
  search,
  fetchOne,
  first,
} from "./kit.js";

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
  beforeAll(renewUrl);

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
