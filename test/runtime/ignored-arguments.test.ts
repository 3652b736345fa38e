import { afterEach, expect, it } from "vitest";
import { fireStub, type FireStub } from "./kit/fire-stub.js";
import { resultOf } from "./kit/stub.js";

let stub: FireStub;
afterEach(() => stub.close());

const answers = {
  "GET /v1/runbooks": () => ({ data: [], pagination: { count: 0, next: null } }),
  "GET /v1/metrics/incidents": () => ({ buckets: [] }),
};

const cases: Readonly<Record<string, { tool: string; args: object; says: readonly string[] | undefined }>> = {
  "a direction without a field to order by": {
    tool: "list_runbooks",
    args: { order_direction: "desc" },
    says: ["order_direction had no effect. It needs order_by."],
  },
  "a direction with a field": {
    tool: "list_runbooks",
    args: { order_direction: "desc", order_by: "name" },
    says: undefined,
  },
  "a limit on groups without groups": {
    tool: "list_incident_metrics",
    args: { sort_limit: 3 },
    says: ["sort_limit had no effect. It needs by, and not total."],
  },
  "an order of groups where there is only the total": {
    tool: "list_incident_metrics",
    args: { by: "total", sort_field: "mttr", sort_direction: "asc" },
    says: [
      "sort_field had no effect. It needs by, and not total.",
      "sort_direction had no effect. It needs by, and not total.",
    ],
  },
  "an order of groups": {
    tool: "list_incident_metrics",
    args: { by: "severity", sort_field: "mttr" },
    says: undefined,
  },
};

it.each(Object.entries(cases))(
  "%s: the answer says what the API ignores",
  async (_, { tool, args, says }) => {
    stub = await fireStub(answers);
    expect(resultOf(await stub.call(tool, { ...args })).ignored_arguments).toEqual(says);
  },
);
