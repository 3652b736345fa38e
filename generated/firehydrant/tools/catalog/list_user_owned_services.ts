// Generated from GET /v1/users/{id}/services by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/catalog.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listUserOwnedServices = defineTool<paths>()({
  name: "list_user_owned_services",
  title: "List services a user's teams own",
  description:
    'Lists what the teams of one user own, for questions such as "which services am I responsible for". The documented entries are the teams, with the services they own inside.',
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/users/{id}/services",
    pathParameters: { id: { argument: "user_id" } },
    page: { style: "page", page: "page", size: "per_page", most: 200 },
  },
  input: z.strictObject({
    user_id: z.string().describe("From list_users."),
    cursor: z.string().optional().describe("From next_cursor."),
    limit: z.int().min(1).optional().describe("Over 200 takes several requests."),
  }),
  view: ["id", "name", "slug", "description", "owned_services.id", "owned_services.name", "updated_at"],
  formerArguments: { id: { now: "user_id" } },
});
