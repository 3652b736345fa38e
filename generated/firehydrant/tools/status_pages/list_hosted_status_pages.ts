// Generated from GET /v1/nunc_connections by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/status_pages.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listHostedStatusPages = defineTool<paths>()({
  name: "list_hosted_status_pages",
  title: "List FireHydrant-hosted status pages",
  description:
    "Lists the organization's FireHydrant-hosted status pages with title, domain and publish state. list_incident_status_pages shows which pages carry a given incident. One answer holds all.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/nunc_connections" },
  input: z.strictObject({}),
  view: [
    "id",
    "title",
    "company_name",
    "domain",
    "cname",
    "publish_state",
    "auto_publish",
    "is_dns_verified",
    "operational_message",
  ],
});
