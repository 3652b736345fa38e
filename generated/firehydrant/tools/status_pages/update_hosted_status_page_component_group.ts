// Generated from PATCH /v1/nunc_connections/{nunc_connection_id}/component_groups/{group_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/status_pages.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateHostedStatusPageComponentGroup = defineTool<paths>()({
  name: "update_hosted_status_page_component_group",
  title: "Update a component group",
  description:
    "Renames or moves a component group on a FireHydrant-hosted status page; customers may see the change. update_hosted_status_page sets the components themselves.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/nunc_connections/{nunc_connection_id}/component_groups/{group_id}",
    pathParameters: { nunc_connection_id: { argument: "status_page_id" } },
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    group_id: z.string().describe("From get_hosted_status_page (component_groups[].id)."),
    status_page_id: z.string().describe("From list_hosted_status_pages."),
    component_group_id: z
      .string()
      .nullable()
      .optional()
      .describe("Group that this one belongs to. From get_hosted_status_page (component_groups[].id)."),
    name: z.string().nullable().optional().describe("Group name, as customers will read it."),
    position: z.int().nullable().optional().describe("Place among the groups."),
  }),
  formerArguments: { nunc_connection_id: { now: "status_page_id" } },
});
