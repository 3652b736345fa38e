// Generated from PUT /v1/nunc_connections/{nunc_connection_id}/images/{type} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/status_pages.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { fileArgument } from "../../../../runtime/contract/file-argument.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateHostedStatusPageImage = defineTool<paths>()({
  name: "update_hosted_status_page_image",
  title: "Set a status page image",
  description:
    "Uploads an image of one kind to a FireHydrant-hosted status page, where customers may see it, replacing the earlier image of that kind. Returns the page.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: {
    method: "PUT",
    path: "/v1/nunc_connections/{nunc_connection_id}/images/{type}",
    pathParameters: { nunc_connection_id: { argument: "status_page_id" } },
    body: { type: "multipart/form-data", as: "multipart" },
  },
  input: z.strictObject({
    status_page_id: z.string().describe("From list_hosted_status_pages."),
    type: z
      .enum(["logo", "dark_logo", "favicon", "cover_image", "open_graph_image"])
      .describe("Kind of image."),
    file: fileArgument().nullable().optional().describe("Image to upload."),
  }),
  view: ["id", "title", "publish_state", "logo", "dark_logo", "favicon", "cover_image", "open_graph_image"],
  formerArguments: { nunc_connection_id: { now: "status_page_id" } },
});
