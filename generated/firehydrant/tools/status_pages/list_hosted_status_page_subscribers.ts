// Generated from GET /v1/nunc_connections/{nunc_connection_id}/subscribers by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/status_pages.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listHostedStatusPageSubscribers = defineTool<paths>()({
  name: "list_hosted_status_page_subscribers",
  title: "List status page subscribers",
  description:
    "Lists who receives e-mail updates of a FireHydrant-hosted status page, with id, address and time. The ids are what delete_hosted_status_page_subscribers takes. One answer holds all.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/nunc_connections/{nunc_connection_id}/subscribers",
    pathParameters: { nunc_connection_id: { argument: "status_page_id" } },
  },
  input: z.strictObject({ status_page_id: z.string().describe("From list_hosted_status_pages.") }),
  formerArguments: { nunc_connection_id: { now: "status_page_id" } },
});
