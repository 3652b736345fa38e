import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { applyRepairs } from "../../generator/load/repairs.js";
import { ProblemList } from "../../generator/model/problem.js";

// A document is looked into by the keys that a test has just written.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Loose = any;

const document = {
  openapi: "3.0.1",
  paths: {
    "/pets": {
      get: { tags: ["a", "b", "c", "d"], parameters: [{ name: "limit", in: "query" }], requestBody: {} },
      post: { tags: ["a"] },
    },
  },
};

const overlay = (...actions: object[]) =>
  JSON.stringify({ overlay: "1.0.0", info: { title: "Repairs", version: "1" }, actions });

async function repair(text: string) {
  const problems = new ProblemList();
  const before = JSON.stringify(document);
  const repaired: Loose = await applyRepairs(document, text, problems, "specs/pets/repairs.yaml");
  expect(JSON.stringify(document), "the document that was given is left alone").toBe(before);
  return { repaired, problems: problems.all.map(({ code, at, what }) => ({ code, at, what })) };
}

describe("an action", () => {
  it("removes a keyword", async () => {
    const action = {
      target: "$.paths['/pets'].get.requestBody",
      description: "A GET has none.",
      remove: true,
    };
    const { repaired, problems } = await repair(overlay(action));
    expect(problems).toEqual([]);
    expect(Object.keys(repaired.paths["/pets"].get)).toEqual(["tags", "parameters"]);
  });

  it("removes several items of a list, and no others", async () => {
    const target = "$.paths['/pets'].get.tags[?(@ == 'a' || @ == 'b' || @ == 'd')]";
    const { repaired } = await repair(overlay({ target, description: "Not tags.", remove: true }));
    expect(repaired.paths["/pets"].get.tags).toEqual(["c"]);
  });

  it("removes all matches", async () => {
    const { repaired } = await repair(
      overlay({ target: "$.paths.*.*.tags", description: "R.", remove: true }),
    );
    expect(repaired.paths["/pets"].post).toEqual({});
    expect(repaired.paths["/pets"].get.tags).toBeUndefined();
  });

  it("merges an update into an object, and appends to the lists in it", async () => {
    const update = { parameters: [{ name: "ids[]", in: "query" }], deprecated: true };
    const target = "$.paths['/pets'].get";
    const { repaired } = await repair(overlay({ target, description: "R.", update }));
    const { get } = repaired.paths["/pets"];
    expect(get.parameters.map(({ name }: Loose) => name)).toEqual(["limit", "ids[]"]);
    expect(get.deprecated).toBe(true);
    expect(get.requestBody).toEqual({});
  });

  it("appends an update to a list", async () => {
    const update = { name: "offset", in: "query" };
    const target = "$.paths['/pets'].get.parameters";
    const { repaired } = await repair(overlay({ target, description: "R.", update }));
    expect(repaired.paths["/pets"].get.parameters).toEqual([{ name: "limit", in: "query" }, update]);
  });

  it("sees the result of the actions before it", async () => {
    const first = { target: "$.paths['/pets'].post", description: "R.", update: { responses: {} } };
    const second = { target: "$.paths['/pets'].post.responses", description: "R.", update: { 200: {} } };
    const { repaired, problems } = await repair(overlay(first, second));
    expect(problems).toEqual([]);
    expect(repaired.paths["/pets"].post.responses).toEqual({ 200: {} });
  });

  it("that matches nothing is a problem, and the others still apply", async () => {
    const gone = { target: "$.paths['/pets'].put", description: "R.", remove: true };
    const other = { target: "$.paths['/pets'].post", description: "R.", update: { deprecated: true } };
    const { repaired, problems } = await repair(overlay(gone, other));
    expect(problems).toEqual([
      {
        code: "repair-matches-nothing",
        at: "specs/pets/repairs.yaml#/actions/0",
        what: "Nothing in the document is at $.paths['/pets'].put.",
      },
    ]);
    expect(repaired.paths["/pets"].post.deprecated).toBe(true);
  });

  const target = "$.paths['/pets'].post";
  const faulty: Record<string, [object, string]> = {
    "gives no reason": [{ target, remove: true }, "at:description"],
    "gives a blank reason": [{ target, description: " ", remove: true }, "a repair states its reason here"],
    "does nothing": [{ target, description: "R." }, "either an update or remove: true"],
    "does both": [
      { target, description: "R.", update: {}, remove: true },
      "either an update or remove: true",
    ],
    "has a misspelt key": [{ target, description: "R.", updat: {}, remove: true }, "updat"],
    "names no JSONPath": [{ target: "paths", description: "R.", remove: true }, "begins with $"],
    "removes everything": [{ target: "$", description: "R.", remove: true }, "the whole document"],
    "puts text in place of an object": [
      { target, description: "R.", update: "x" },
      "The update does not fit",
    ],
  };
  it.each(Object.entries(faulty))("that %s is a problem", async (_, [action, expected]) => {
    const { repaired, problems } = await repair(overlay(action));
    expect(problems).toHaveLength(1);
    expect(problems[0]!.at).toMatch(/^specs\/pets\/repairs\.yaml#\/actions\/0/);
    expect(
      expected === "at:description" ? `at:${problems[0]!.at.split(" ")[1]}` : problems[0]!.what,
    ).toContain(expected);
    expect(repaired).toEqual(document);
  });
});

describe("an overlay", () => {
  it.each(["overlay: [", "overlay: 2.0.0", "just text"])("that is invalid is a problem: %s", async (text) => {
    const { repaired, problems } = await repair(text);
    expect(problems.map(({ code }) => code)).toContain("invalid-overlay");
    expect(repaired).toEqual(document);
  });

  it("may be empty", async () => {
    expect(await repair("# Nothing to fix.\n")).toEqual({ repaired: document, problems: [] });
  });
});

describe("FireHydrant's repairs", async () => {
  const read = (path: string) => readFile(new URL(path, import.meta.url), "utf8");
  const problems = new ProblemList();
  const upstream = JSON.parse(await read("../../specs/firehydrant/openapi.json"));
  const repaired: Loose = await applyRepairs(
    upstream,
    await read("../../specs/firehydrant/repairs.yaml"),
    problems,
  );
  const operations = Object.entries<Loose>(repaired.paths).flatMap(([path, item]) =>
    ["get", "put", "post", "delete", "patch"]
      .filter((method) => item[method])
      .map((method) => ({ key: `${method} ${path}`, ...item[method] })),
  );
  const bodyOf = (operation: string) =>
    operations.find(({ key }) => key === operation).requestBody.content["application/json"].schema;

  it("all match", () => expect(problems.all).toEqual([]));

  it("leave no flat key in a JSON body, and no required key that does not exist", () => {
    const bodies = operations.map(
      ({ requestBody }) => requestBody?.content["application/json"]?.schema ?? {},
    );
    for (const { properties = {}, required = [] } of bodies) {
      expect(Object.keys(properties).filter((name) => name.includes("["))).toEqual([]);
      expect(required.filter((name: string) => !Object.hasOwn(properties, name))).toEqual([]);
    }
  });

  it("leave no GET with a body", () => {
    const withBody = operations.filter(({ requestBody }) => requestBody).map(({ key }) => key.split(" ")[0]);
    expect(new Set(withBody)).toEqual(new Set(["put", "post", "delete", "patch"]));
  });

  it("move the lists of five GETs into the query", () => {
    const lists = operations.flatMap(({ key, parameters = [] }) =>
      parameters
        .filter(({ name }: Loose) => name.endsWith("[]"))
        .map((parameter: Loose) => ({ key, ...parameter })),
    );
    expect(lists.map(({ key, name, required = false }) => [key, name, required])).toEqual([
      ["get /v1/metrics/milestone_funnel", "group_by[]", false],
      ["get /v1/metrics/mttx", "group_by[]", false],
      ["get /v1/metrics/ticket_funnel", "group_by[]", false],
      ["get /v1/signals/heartbeat_endpoints/addresses", "ids[]", true],
      ["get /v1/signals/heartbeat_endpoints/statuses", "ids[]", true],
    ]);
    for (const { style, explode, schema } of lists) {
      expect({ style, explode, type: schema.type }).toEqual({ style: "form", explode: true, type: "array" });
    }
  });

  it("nest flat fields, and make fields of an item required", () => {
    expect(bodyOf("post /v1/nunc_connections").required).toEqual(["domain"]);
    expect(bodyOf("post /v1/nunc_connections").properties.conditions.items.required).toEqual([
      "condition_id",
      "nunc_condition",
    ]);
    expect(bodyOf("put /v1/nunc_connections/{nunc_connection_id}").required).toBeUndefined();
    expect(bodyOf("post /v1/retrospective_templates").required).toEqual(["description", "name"]);
    const template = bodyOf("patch /v1/retrospective_templates/{retrospective_template_id}");
    expect(template.properties.fields.items.properties.id).toEqual({ type: "string", nullable: true });
    expect(bodyOf("patch /v1/audiences/{audience_id}").properties.details.items.required).toBeUndefined();
  });

  const corrections = new URL("../../../shared/firehydrant/corrections.json", import.meta.url);
  if (!existsSync(corrections))
    console.log("skipped: the list of FireHydrant's faults is not next to the project");

  it.skipIf(!existsSync(corrections))("cover every known fault", async () => {
    const known = JSON.parse(await readFile(corrections, "utf8")).corrections;
    expect(known).toHaveLength(10);
    for (const { operationId, keys } of known) {
      const { parameters, requestBody } = operations.find(
        (operation) => operation.operationId === operationId,
      );
      const query = (parameters ?? []).map(({ name }: Loose) => name);
      const { properties } = requestBody?.content["application/json"].schema ?? { properties: {} };
      for (const key of keys) {
        const [, name, field] = /^(\w+)(?:\[(\w+)\])?$/.exec(key)!;
        const nested = properties[name!]?.items ?? properties[name!];
        expect(
          field ? nested.properties[field] : query.includes(`${name}[]`),
          `${operationId} ${key}`,
        ).toBeTruthy();
      }
    }
  });
});
