// Generated from GET /v1/functionalities by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/catalog.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listFunctionalities = defineTool<paths>()({
  name: "list_functionalities",
  title: "List functionalities",
  description:
    "Lists functionalities, the things customers can do with the product, with owner, tier, services and active incidents. Finds the id to declare impact on; a single technical part is in list_services.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/functionalities",
    query: { impacted: {}, labels: { commas: true }, lite: {}, name: {}, owner: {}, query: {} },
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    cursor: z.string().optional().describe("From next_cursor."),
    impacted: z.string().optional().describe("Filters by whether active incidents hit it."),
    labels: z.array(z.string()).optional().describe("Labels, each key=value."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
    lite: z.boolean().optional().describe("Leave out the bulky parts of each item."),
    name: z.string().optional().describe("Text to find in names only."),
    owner: z.string().optional().describe("Team that owns it. From list_teams."),
    query: z.string().optional().describe("Text to find in names and descriptions."),
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
    "services.name",
    "environments.name",
    "updated_at",
  ],
});
