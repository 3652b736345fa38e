import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { untracedArguments } from "../../../generator/describe/relations-lint.js";
import { loadRelations, sourceSentence } from "../../../generator/describe/relations.js";
import type { Relation } from "../../../generator/describe/relation.js";
import { ProblemList } from "../../../generator/model/problem.js";
import { describedOperations } from "./operations.js";

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
      name: "a field called id is not named",
      given: relation([{ operation: "list_teams", field: "data[].id" }]),
      want: "From list_teams.",
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
      want: "From list_services, list_environments or list_functionalities, by type.",
    },
    {
      name: "fields of one tool stand together",
      given: relation([
        { operation: "list_users", field: "data[].id" },
        { operation: "get_team", field: "slack_channel.id" },
        { operation: "get_team", field: "ms_teams_channel.id" },
      ]),
      want: "From list_users or get_team (slack_channel.id, ms_teams_channel.id).",
    },
    {
      name: "conditions keep sources apart",
      given: relation([
        { operation: "list_pages", field: "data[].id", when: "slug nunc" },
        { operation: "list_connections", field: "data[].id", when: "slug statuspage" },
      ]),
      want: "From list_pages for slug nunc or list_connections for slug statuspage.",
    },
    {
      name: "a special form is shown",
      given: relation([{ operation: "list_incidents", field: "data[].id" }], { takes: "incident/<id>" }),
      want: "From list_incidents, as incident/<id>.",
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
      want: "From list_users.",
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
    readFileSync(new URL(`../../../specs/firehydrant/${name}`, import.meta.url), "utf8");
  const problems = new ProblemList();
  const operations = await describedOperations(problems);
  const relations = loadRelations(file("relations.yaml"), "relations.yaml", operations, problems);

  it("fits the contract", () => expect(problems.all).toEqual([]));

  it("covers or excuses every argument that looks like an id", () => {
    expect(untracedArguments(operations, relations)).toEqual([]);
  });

  it.each([
    [
      "PATCH /v1/teams/{team_id}/on_call_schedules/{schedule_id}/shifts/{id}",
      "path",
      "shift_id",
      "on-call shift",
    ],
    ["PATCH /v1/teams/{team_id}/on_call_schedules/{schedule_id}/shifts/{id}", "body", "user_id", "user"],
    ["PATCH /v1/teams/{team_id}/signal_rules/{id}", "path", "signal_rule_id", "signal rule"],
    ["PATCH /v1/teams/{team_id}/signal_rules/{id}", "body", "incident_type_id", "incident type"],
    ["PUT /v1/scim/v2/Groups/{id}", "path", "scim_group_id", "SCIM group"],
    ["PUT /v1/scim/v2/Groups/{id}", "body", "members[].value", "SCIM user"],
    ["POST /v1/signals/notification_policy_items", "body", "priority", undefined],
    ["POST /v1/incidents", "body", "priority", "priority"],
    ["POST /v1/incidents", "body", "impacts[].condition_id", "impact condition"],
    ["POST /v1/nunc_connections", "body", "conditions[].condition_id", "impact condition"],
    ["GET /v1/metrics/mttx", "query", "custom_field_ids", "custom field"],
    ["GET /v1/signals/heartbeat_endpoints/statuses", "query", "heartbeat_endpoint_ids", "heartbeat endpoint"],
    ["POST /v1/incidents/{incident_id}/alerts", "body", "items", "alert"],
    ["GET /v1/integrations/{integration_id}", "path", "integration_id", "integration"],
    ["GET /v1/integrations/statuses/{slug}", "path", "integration_slug", "integration slug"],
    ["GET /v1/form_configurations/{slug}", "path", "slug", undefined],
  ] as const)("%s takes %s %s as %s", (operation, place, argument, want) => {
    expect(relations.find(operation, place, argument)?.value).toBe(want);
  });

  it("leaves an ambiguous path id to the list of its parent", () => {
    const strangers = operations.flatMap(({ key, path, inputs }) => {
      const id = inputs.find((input) => input.in === "path" && input.wire === "id");
      const found = id && relations.find(key, "path", id.argument);
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
