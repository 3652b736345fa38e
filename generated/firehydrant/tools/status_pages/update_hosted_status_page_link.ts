// Generated from PATCH /v1/nunc_connections/{nunc_connection_id}/links/{link_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/status_pages.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateHostedStatusPageLink = defineTool<paths>()({
  name: "update_hosted_status_page_link",
  title: "Update a status page link",
  description:
    "Changes the text, address or icon of a link on a FireHydrant-hosted status page; customers may see the change. Answers without a documented body.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/nunc_connections/{nunc_connection_id}/links/{link_id}",
    pathParameters: { nunc_connection_id: { argument: "status_page_id" } },
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    link_id: z.string().describe("From get_hosted_status_page (links[].id)."),
    status_page_id: z.string().describe("From list_hosted_status_pages."),
    display_text: z.string().nullable().optional().describe("Text customers click on."),
    href_url: z.string().nullable().optional().describe("Address the link leads to."),
    icon_url: z.string().nullable().optional().describe("Address of the link's icon."),
  }),
  formerArguments: { nunc_connection_id: { now: "status_page_id" } },
});
