// Generated from DELETE /v1/nunc_connections/{nunc_connection_id}/images/{type} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/status_pages.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteHostedStatusPageImage = defineTool<paths>()({
  name: "delete_hosted_status_page_image",
  title: "Delete a status page image",
  description:
    "Deletes the image of one kind from a FireHydrant-hosted status page, which customers may notice. update_hosted_status_page_image uploads another in its place.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: {
    method: "DELETE",
    path: "/v1/nunc_connections/{nunc_connection_id}/images/{type}",
    pathParameters: { nunc_connection_id: { argument: "status_page_id" } },
  },
  input: z.strictObject({
    status_page_id: z.string().describe("From list_hosted_status_pages."),
    type: z
      .enum(["logo", "dark_logo", "favicon", "cover_image", "open_graph_image"])
      .describe("Kind of image."),
  }),
  formerArguments: { nunc_connection_id: { now: "status_page_id" } },
});
