import { readFileSync } from "node:fs";
import { parse } from "yaml";
import { describe, expect, it } from "vitest";
import { untracedArguments } from "../../generator/describe/relations-lint.js";
import { presenceOf } from "../../generator/describe/relations-fields.js";
import { loadRelations, sourceSentence } from "../../generator/describe/relations.js";
import type { Relation } from "../../generator/describe/relation.js";
import { applyRepairs } from "../../generator/load/repairs.js";
import type { Operation } from "../../generator/model/operation.js";
import { ProblemList } from "../../generator/model/problem.js";
import { normalise } from "../../generator/normalise/normalise.js";
import type { OpenApiDocument } from "../../generator/normalise/raw.js";

const text = { type: "string" };
const listOf = (items: unknown) => ({ type: "array", items });
const record = (properties: Record<string, unknown>) => ({ type: "object", properties });

function answering(schema?: unknown) {
  return {
    responses: {
      200: { description: "", ...(schema ? { content: { "application/json": { schema } } } : {}) },
    },
  };
}

function taking(schema: unknown) {
  return { requestBody: { content: { "application/json": { schema } } } };
}

function at(place: "path" | "query", name: string) {
  return { name, in: place, required: place === "path", schema: text };
}

/** A contract with a few operations: severities and teams are listed; the answer of zones has no types. */
const shop = operationsOf({
  "/severities": { get: answering(record({ data: listOf(record({ slug: text, name: text })) })) },
  "/teams": {
    get: { ...answering(record({ id: text, name: text })), parameters: [at("query", "owner_id")] },
  },
  "/zones": { get: answering() },
  "/teams/{id}": {
    get: { ...answering(record({ id: text, zone: record({ id: text }) })), parameters: [at("path", "id")] },
  },
  "/orders": {
    post: {
      ...answering(record({ id: text })),
      ...taking(
        record({
          severity: text,
          lines: listOf(record({ team_id: text, zone_id: text })),
          tag_ids: listOf(text),
        }),
      ),
    },
  },
  "/orders/{id}": { delete: { ...answering(), parameters: [at("path", "id")] } },
});

function operationsOf(paths: Record<string, unknown>): Operation[] {
  return normalise({ openapi: "3.0.1", paths }, "openapi.yaml", new ProblemList());
}

function load(yaml: string, operations = shop) {
  const problems = new ProblemList();
  const relations = loadRelations(yaml, "relations.yaml", operations, problems);
  return { relations, problems: problems.all.map(({ code, what, fix }) => ({ code, what, fix })) };
}

describe("loadRelations", () => {
  const sound = `
values:
  severity:
    from: [{ operation: GET /severities, field: "data[].slug" }]
    certainty: known
    match: [name]
    inputs: { body severity: all }
  team:
    from: [{ operation: GET /teams, field: "[].id" }]
    certainty: known
    inputs: { "body lines[].team_id": all, path id: ["GET /teams/{id}"] }
`;

  it("finds a relation by operation, place and path of the argument", () => {
    const { relations, problems } = load(sound);
    expect(problems).toEqual([]);
    expect(relations.find("POST /orders", "body", "severity")?.value).toBe("severity");
    expect(relations.find("POST /orders", "body", "lines[].team_id")?.value).toBe("team");
    expect(relations.find("GET /teams/{id}", "path", "id")?.value).toBe("team");
    expect(relations.find("DELETE /orders/{id}", "path", "id")).toBeUndefined();
    expect(relations.find("POST /orders", "query", "severity")).toBeUndefined();
    expect(relations.all.map(({ value, match }) => [value, match])).toEqual([
      ["severity", ["name"]],
      ["team", []],
    ]);
  });

  it("accepts an API without relations", () => {
    expect(load("{}").problems).toEqual([]);
    expect(load("").problems).toEqual([]);
  });

  const one = (from: string, rest = "inputs: { body severity: all }") => `
values:
  severity:
    from: [${from}]
    certainty: known
    ${rest}
`;
  const severities = '{ operation: GET /severities, field: "data[].slug" }';

  it.each([
    {
      name: "a source that is no operation",
      given: one('{ operation: GET /severity, field: "data[].slug" }'),
      want: {
        code: "unknown-operation",
        what: "The contract has no operation GET /severity.",
        fix: "did you mean GET /severities?",
      },
    },
    {
      name: "a field that the answer doesn't have",
      given: one('{ operation: GET /severities, field: "data[].slag" }'),
      want: {
        code: "unknown-field",
        what: "The answer of GET /severities has no field data[].slag.",
        fix: "did you mean data[].slug?",
      },
    },
    {
      name: "a field inside a plain value",
      given: one('{ operation: GET /severities, field: "data[].slug.id" }'),
      want: { code: "unknown-field", what: "The answer of GET /severities has no field data[].slug.id." },
    },
    {
      name: "a field that is a record",
      given: one('{ operation: "GET /teams/{id}", field: zone }'),
      want: { code: "unknown-field", what: "The answer of GET /teams/{id} has no field zone." },
    },
    {
      name: "a known field of an untyped answer",
      given: one('{ operation: GET /zones, field: "data[].id" }'),
      want: { code: "untyped-field", fix: "say certainty: inferred" },
    },
    {
      name: "a name to match that the source's items don't have",
      given: one(severities, "match: [nme]\n    inputs: { body severity: all }"),
      want: {
        code: "unknown-field",
        what: "The answer of GET /severities has no field data[].nme.",
        fix: "did you mean data[].name?",
      },
    },
    {
      name: "an input that no operation has",
      given: one(severities, "inputs: { body severty: all }"),
      want: {
        code: "unknown-input",
        what: "No operation has an input body severty.",
        fix: "did you mean body severity?",
      },
    },
    {
      name: "an input that a listed operation doesn't have",
      given: one(severities, "inputs: { body severity: [POST /orders, GET /zones] }"),
      want: { code: "unknown-input", what: "GET /zones has no input body severity.", fix: undefined },
    },
    {
      name: "an input of an unknown operation",
      given: one(severities, "inputs: { body severity: [POST /order] }"),
      want: { code: "unknown-operation", fix: "did you mean POST /orders?" },
    },
    {
      name: "a form that names a value no source gives",
      given: one(severities, "takes: sev/<id>\n    inputs: { body severity: all }"),
      want: { code: "unknown-field", what: "No source gives <id>." },
    },
    {
      name: "an input without a place",
      given: one(severities, "inputs: { severity: all }"),
      want: { code: "malformed-source" },
    },
    {
      name: "a source without a field",
      given: one("{ operation: GET /severities }"),
      want: { code: "malformed-source" },
    },
    { name: "broken YAML", given: "values: [", want: { code: "malformed-yaml" } },
  ])("reports $name", ({ given, want }) => {
    const { problems } = load(given);
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatchObject(want);
  });

  it("accepts a field of an untyped answer if the relation is inferred", () => {
    const yaml = one('{ operation: GET /zones, field: "data[].id" }').replace("known", "inferred");
    expect(load(yaml).problems).toEqual([]);
  });

  it("reports an input that two values claim, and keeps the first", () => {
    const { relations, problems } = load(`${sound}
  other:
    from: [{ operation: GET /teams, field: "[].id" }]
    certainty: known
    inputs: { body severity: [POST /orders] }
untraced:
  - { why: It is a secret., inputs: { "body lines[].team_id": all } }
`);
    expect(problems.map(({ code, what }) => [code, what])).toEqual([
      ["claimed-twice", 'body severity of POST /orders is claimed by "severity" and by "other".'],
      ["claimed-twice", 'body lines[].team_id of POST /orders is claimed by "team" and by "untraced".'],
    ]);
    expect(relations.find("POST /orders", "body", "severity")?.value).toBe("severity");
  });

  it("lists arguments that look like an id and have neither a relation nor an excuse", () => {
    const { relations } = load(`${sound}
untraced:
  - { why: The zones are secret., inputs: { "body lines[].zone_id": all } }
`);
    expect(relations.excuse("POST /orders", "body", "lines[].zone_id")).toBe("The zones are secret.");
    expect(untracedArguments(shop, relations).map((found) => Object.values(found).join(" "))).toEqual([
      "GET /teams query owner_id",
      "POST /orders body tag_ids",
      "DELETE /orders/{id} path id",
    ]);
  });
});

describe("presenceOf", () => {
  const shapes = shop.find(({ key }) => key === "GET /severities")!.answer;
  it.each([
    ["data[].slug", "present"],
    ["data.slug", "present"],
    ["slug", "absent"],
    ["data[].slug[].id", "absent"],
    ["data[]", "absent"],
  ])("%s is %s", (path, want) => expect(presenceOf(path, shapes)).toBe(want));
  it("is untyped if the answer declares nothing", () => expect(presenceOf("id", undefined)).toBe("untyped"));
});

describe("sourceSentence", () => {
  const nameOf = (key: string) => (key === "hidden" ? undefined : key);
  const relation = (from: Relation["from"], more: Partial<Relation> = {}): Relation => {
    return { value: "x", certainty: "known", match: [], from, ...more };
  };

  it.each([
    {
      name: "an envelope says nothing",
      given: relation([{ operation: "list_severities", field: "data[].slug" }]),
      want: "From list_severities (slug).",
    },
    {
      name: "neither does a list",
      given: relation([{ operation: "list_priorities", field: "[].slug" }]),
      want: "From list_priorities (slug).",
    },
    {
      name: "a nested field keeps its way",
      given: relation([{ operation: "get_incident", field: "role_assignments[].id" }]),
      want: "From get_incident (role_assignments[].id).",
    },
    {
      name: "a field called data inside an envelope stays",
      given: relation([{ operation: "list_events", field: "data[].data.id" }]),
      want: "From list_events (data.id).",
    },
    {
      name: "tools that give the same field share it",
      given: relation(
        ["services", "environments", "functionalities"].map((kind) => ({
          operation: `list_${kind}`,
          field: "data[].id",
        })),
        { by: "type" },
      ),
      want: "From list_services, list_environments or list_functionalities (id), by type.",
    },
    {
      name: "fields of one tool stand together",
      given: relation([
        { operation: "list_users", field: "data[].id" },
        { operation: "get_team", field: "slack_channel.id" },
        { operation: "get_team", field: "ms_teams_channel.id" },
      ]),
      want: "From list_users (id) or get_team (slack_channel.id, ms_teams_channel.id).",
    },
    {
      name: "conditions keep sources apart",
      given: relation([
        { operation: "list_pages", field: "data[].id", when: "slug nunc" },
        { operation: "list_connections", field: "data[].id", when: "slug statuspage" },
      ]),
      want: "From list_pages (id) for slug nunc or list_connections (id) for slug statuspage.",
    },
    {
      name: "a special form is shown",
      given: relation([{ operation: "list_incidents", field: "data[].id" }], { takes: "incident/<id>" }),
      want: "From list_incidents (id), as incident/<id>.",
    },
    {
      name: "a tool that isn't served is left out, and a choice of one is none",
      given: relation(
        [
          { operation: "hidden", field: "id" },
          { operation: "list_users", field: "data[].id" },
        ],
        { by: "type" },
      ),
      want: "From list_users (id).",
    },
    {
      name: "nothing served, nothing said",
      given: relation([{ operation: "hidden", field: "id" }]),
      want: "",
    },
  ])("$name", ({ given, want }) => expect(sourceSentence(given, nameOf)).toBe(want));
});

describe("specs/firehydrant/relations.yaml", async () => {
  const file = (name: string) =>
    readFileSync(new URL(`../../specs/firehydrant/${name}`, import.meta.url), "utf8");
  const problems = new ProblemList();
  const document = await applyRepairs(parse(file("openapi.json")), file("repairs.yaml"), problems);
  const operations = normalise(document as OpenApiDocument, "openapi.json", problems);
  const relations = loadRelations(file("relations.yaml"), "relations.yaml", operations, problems);

  it("fits the contract", () => expect(problems.all).toEqual([]));

  it("covers or excuses every argument that looks like an id", () => {
    expect(untracedArguments(operations, relations)).toEqual([]);
  });

  it.each([
    ["PATCH /v1/teams/{team_id}/on_call_schedules/{schedule_id}/shifts/{id}", "path", "id", "on-call shift"],
    ["PATCH /v1/teams/{team_id}/on_call_schedules/{schedule_id}/shifts/{id}", "body", "user_id", "user"],
    ["PATCH /v1/teams/{team_id}/signal_rules/{id}", "path", "id", "signal rule"],
    ["PATCH /v1/teams/{team_id}/signal_rules/{id}", "body", "incident_type_id", "incident type"],
    ["PUT /v1/scim/v2/Groups/{id}", "path", "id", "SCIM group"],
    ["PUT /v1/scim/v2/Groups/{id}", "body", "members[].value", "SCIM user"],
    ["POST /v1/signals/notification_policy_items", "body", "priority", undefined],
    ["POST /v1/incidents", "body", "priority", "priority"],
    ["POST /v1/incidents", "body", "impacts[].condition_id", "impact condition"],
    ["POST /v1/nunc_connections", "body", "conditions[].condition_id", "impact condition"],
    ["GET /v1/metrics/mttx", "query", "custom_fields_field_id", "custom field"],
    ["GET /v1/signals/heartbeat_endpoints/statuses", "query", "ids", "heartbeat endpoint"],
    ["POST /v1/incidents/{incident_id}/alerts", "body", "items", "alert"],
    ["GET /v1/integrations/{integration_id}", "path", "integration_id", "integration"],
    ["GET /v1/integrations/statuses/{slug}", "path", "slug", "integration slug"],
    ["GET /v1/form_configurations/{slug}", "path", "slug", undefined],
  ] as const)("%s takes %s %s as %s", (operation, place, argument, want) => {
    expect(relations.find(operation, place, argument)?.value).toBe(want);
  });

  it("leaves an ambiguous path id to the list of its parent", () => {
    const strangers = operations.flatMap(({ key, path }) => {
      const found = relations.find(key, "path", "id");
      const before = path.slice(0, path.indexOf("/{id}")).replace(/\/\{[^}]+\}$/, "");
      const lists = found?.from.some(({ operation }) => operation.startsWith(`GET ${before}`));
      return found === undefined || lists ? [] : [`${key}: ${found.value}`];
    });
    expect(strangers).toEqual([
      "GET /v1/integrations/confluence_cloud/connections/{id}/space/search: integration connection",
      "PATCH /v1/signals/alerts/{id}: alert",
      "GET /v1/teams/{team_id}/on_call_schedules/{schedule_id}/shifts/{id}: on-call shift",
      "PATCH /v1/teams/{team_id}/on_call_schedules/{schedule_id}/shifts/{id}: on-call shift",
      "DELETE /v1/teams/{team_id}/on_call_schedules/{schedule_id}/shifts/{id}: on-call shift",
    ]);
  });
});
