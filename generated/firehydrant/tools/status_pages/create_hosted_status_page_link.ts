// Generated from POST /v1/nunc_connections/{nunc_connection_id}/links by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/status_pages.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createHostedStatusPageLink = defineTool<paths>()({
  name: "create_hosted_status_page_link",
  title: "Add a status page link",
  description:
    "Adds a link to a FireHydrant-hosted status page, where customers may see it. The contract documents no fields for its text or address; update_hosted_status_page_link sets those. Returns the page with its links.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/nunc_connections/{nunc_connection_id}/links",
    pathParameters: { nunc_connection_id: { argument: "status_page_id" } },
  },
  input: z.strictObject({ status_page_id: z.string().describe("From list_hosted_status_pages.") }),
  view: ["id", "title", "publish_state", "links"],
  formerArguments: { nunc_connection_id: { now: "status_page_id" } },
});
