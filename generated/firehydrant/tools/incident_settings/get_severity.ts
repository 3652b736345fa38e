// Generated from GET /v1/severities/{severity_slug} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incident_settings.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getSeverity = defineTool<paths>()({
  name: "get_severity",
  title: "Get a severity",
  description:
    "Returns one incident severity by its slug: description, color, order, the account roles allowed to use it, and whether it is a system record.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/severities/{severity_slug}" },
  input: z.strictObject({ severity_slug: z.string().describe("From list_severities (slug).") }),
});
