import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { startApiStub, type ApiStub, type Arrived } from "../../gateway/kit/api-stub.js";
import {
  call,
  makeAccount,
  makeServer,
  startTestGateway,
  type TestGateway,
} from "../../gateway/kit/gateway.js";

/* Searches over an API with partial failures, slow answers, or long lists: the answers, and the requests to the API. */
let stub: ApiStub;
let on: TestGateway;
let url: string;

const id = "00000000-0000-4000-8000-000000000001";
const paths = {
  incident: "/v1/incidents",
  retrospective: "/v1/post_mortems/reports",
  service: "/v1/services",
  runbook: "/v1/runbooks",
  team: "/v1/teams",
};

beforeAll(async () => {
  stub = await startApiStub();
  on = await startTestGateway({ settings: { baseUrls: [stub.url] } });
});
beforeEach(async () => {
  stub.arrived.length = 0;
  stub.reply = (request) => records(request);
  url = (await makeServer(on, await makeAccount(on, stub.url), { surface: "chatgpt" })).url;
});
afterAll(async () => {
  await on.stop();
  await stub.close();
});

/** Every list has one record. The list of incidents has a hundred on its first page and more pages. */
function records({ path }: Arrived): ReturnType<ApiStub["reply"]> {
  const kind = Object.entries(paths).find(([, own]) => own === path)?.[0];
  if (kind === undefined) return undefined;
  const record = {
    name: `alpha ${kind}`,
    number: 7,
    incident_id: id,
    incident: { incident_url: "https://app.example/i" },
  };
  const [shown, count] = kind === "incident" ? [100, 250] : [1, 1];
  const data = Array.from({ length: shown }, (_, at) => ({ ...record, id: at === 0 ? id : `${id}-${at}` }));
  const pages = Math.ceil(count / shown);
  const next = pages > 1 ? 2 : null;
  return {
    status: 200,
    value: { data, pagination: { count, page: 1, items: shown, pages, last: pages, next } },
  };
}

const failing = (isFailing: (request: Arrived) => boolean, status: number) => {
  stub.reply = (request) => (isFailing(request) ? { status, value: { detail: "no" } } : records(request));
};
const found = (answer: { value: unknown }) =>
  [
    ...new Set((answer.value as { results: { id: string }[] }).results.map((one) => one.id.split(":")[0]!)),
  ].sort();

describe("a kind of record that fails", () => {
  it("leaves the others, and is reported next to the result", async () => {
    failing(({ path }) => path === paths.runbook, 403);
    const answer = await call(url, "search", {
      query: "alpha",
    });
    expect(found(answer)).toEqual(["incident", "retrospective", "service", "team"]);
    expect(Object.keys(answer.value!)).toEqual(["results"]);
    expect(answer.result!["_meta"]).toMatchObject({
      not_searched: { runbook: expect.stringContaining("403") },
    });
  });

  it("is read again by the next search, and pages that arrived are reused", async () => {
    failing(({ path }) => path === paths.runbook, 403);
    await call(url, "search", { query: "team" });
    stub.reply = records;
    stub.arrived.length = 0;
    expect(found(await call(url, "search", { query: "runbook" }))).toContain("runbook");
    expect(stub.arrived.map(({ path }) => path)).toEqual([paths.runbook]);
  });

  it("is an error if all kinds fail, with the error of their calls", async () => {
    failing(() => true, 401);
    const { result, value } = await call(url, "search", { query: "team" });
    expect(result).toMatchObject({ isError: true });
    expect(value).toMatchObject({ error: { kind: "credentials" } });
  });

  it("is reported if only its further pages failed", async () => {
    failing(({ path, query }) => path === paths.incident && query.has("query"), 403);
    const answer = await call(url, "search", { query: "alpha outage" });
    expect(found(answer)).toContain("incident");
    expect(answer.result!["_meta"]).toMatchObject({
      not_searched: { incident: expect.stringContaining("403") },
    });
  });
});

describe("a long list", () => {
  it("is queried with the original text and the rarest word; short lists are read once", async () => {
    await call(url, "search", { query: "checkout-api incident outage" });
    const asked = stub.arrived
      .filter(({ path }) => path === paths.incident)
      .map(({ query }) => query.get("query"));
    expect(asked).toEqual([null, "checkout-api outage", "checkout-api"]);
    expect(stub.arrived).toHaveLength(4 + 3);
  });
});

describe("related records of a text", () => {
  it("are reported in the text if they could not be read", async () => {
    stub.reply = ({ path }) =>
      path.endsWith("/events")
        ? { status: 403, value: { detail: "no" } }
        : path === `/v1/incidents/${id}`
          ? { status: 200, value: { id, name: "One", number: 7, incident_url: "https://app.example/i" } }
          : undefined;
    const { value } = await call(url, "fetch", { id: `incident:${id}` });
    expect((value as unknown as { text: string }).text).toMatch(/^timeline: not read\. .*403/m);
  });
});
