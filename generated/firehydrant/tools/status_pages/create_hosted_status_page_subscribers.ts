// Generated from POST /v1/nunc_connections/{nunc_connection_id}/subscribers by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/status_pages.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createHostedStatusPageSubscribers = defineTool<paths>()({
  name: "create_hosted_status_page_subscribers",
  title: "Add status page subscribers",
  description:
    "Subscribes people to e-mail updates of a FireHydrant-hosted status page; from then on they may receive its mail. Takes several addresses at once. Returns id, address and time.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/nunc_connections/{nunc_connection_id}/subscribers",
    pathParameters: { nunc_connection_id: { argument: "status_page_id" } },
    body: { type: "application/json", as: "json", fields: { emails: { commas: true } } },
  },
  input: z.strictObject({
    emails: z.array(z.string()).describe("E-mail addresses."),
    status_page_id: z.string().describe("From list_hosted_status_pages."),
  }),
  formerArguments: { nunc_connection_id: { now: "status_page_id" } },
});
