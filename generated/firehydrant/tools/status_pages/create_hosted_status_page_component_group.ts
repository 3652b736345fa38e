// Generated from POST /v1/nunc_connections/{nunc_connection_id}/component_groups by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/status_pages.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createHostedStatusPageComponentGroup = defineTool<paths>()({
  name: "create_hosted_status_page_component_group",
  title: "Add a component group",
  description:
    "Adds a group under which components are shown on a FireHydrant-hosted status page; customers may see it. Returns the whole page, the new group among its component_groups.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/nunc_connections/{nunc_connection_id}/component_groups",
    pathParameters: { nunc_connection_id: { argument: "status_page_id" } },
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    name: z.string().describe("Group name, as customers will read it."),
    status_page_id: z.string().describe("From list_hosted_status_pages."),
    component_group_id: z
      .string()
      .nullable()
      .optional()
      .describe("Group that this one belongs to. From get_hosted_status_page (component_groups[].id)."),
    position: z.int().nullable().optional().describe("Place among the groups."),
  }),
  view: ["id", "title", "publish_state", "component_groups"],
  formerArguments: { nunc_connection_id: { now: "status_page_id" } },
});
