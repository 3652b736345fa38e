// Generated from POST /v1/nunc/subscriptions by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/status_pages.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createStatusPageSubscription = defineTool<paths>()({
  name: "create_status_page_subscription",
  title: "Subscribe an e-mail address",
  description:
    "Subscribes one e-mail address to status page updates, so it may receive mail. The request names no page; create_hosted_status_page_subscribers adds addresses to a given FireHydrant-hosted status page.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: { method: "POST", path: "/v1/nunc/subscriptions", body: { type: "application/json", as: "json" } },
  input: z.strictObject({ email: z.string().describe("Address that will receive updates.") }),
});
