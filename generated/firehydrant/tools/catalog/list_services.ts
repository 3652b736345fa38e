// Generated from GET /v1/services by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/catalog.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listServices = defineTool<paths>()({
  name: "list_services",
  title: "List services",
  description:
    "Lists the services of the catalog with owner, responding teams, tier and active incidents. Use it to find a service's id by its name, for impacts and filters; get_service reads one. Records are large: with lite, one answer holds many more.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/services",
    query: {
      available_downstream_dependencies_for_id: {},
      available_upstream_dependencies_for_id: {},
      functionalities: { commas: true },
      impacted: {},
      include: { explode: false },
      labels: { commas: true },
      lite: {},
      name: {},
      owner: {},
      query: {},
      responding_teams: { commas: true },
      tiers: {},
    },
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    available_downstream_dependencies_for_id: z
      .string()
      .optional()
      .describe("Services that can become downstream dependencies of this one. From list_services."),
    available_upstream_dependencies_for_id: z
      .string()
      .optional()
      .describe("Services that can become upstream dependencies of this one. From list_services."),
    cursor: z.string().optional().describe("From next_cursor."),
    functionalities: z.array(z.string()).optional().describe("From list_functionalities."),
    impacted: z.string().optional().describe("Filters by whether active incidents hit it."),
    include: z
      .array(z.string())
      .optional()
      .describe("Attributes to add back when lite is on. Ignored without lite, or with lite false."),
    labels: z
      .array(z.string())
      .optional()
      .describe("Labels, each key=value; a key without a value matches any value."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
    lite: z.boolean().optional().describe("Leave out the bulky parts of each item."),
    name: z.string().optional().describe("Text to find in names only."),
    owner: z.string().optional().describe("Team that owns the service. From list_teams."),
    query: z.string().optional().describe("Text to find in names and descriptions."),
    responding_teams: z.array(z.string()).optional().describe("Ids of responding teams. From list_teams."),
    tiers: z.string().optional().describe("Tiers to filter by, 0 to 5."),
  }),
  view: [
    "id",
    "name",
    "slug",
    "description",
    "service_tier",
    "active_incidents",
    "owner.id",
    "owner.name",
    "teams.name",
    "environments.name",
    "functionalities.name",
    "updated_at",
    "labels",
  ],
  ignoredArguments: { include: { without: "lite", with: ["false"] } },
});
