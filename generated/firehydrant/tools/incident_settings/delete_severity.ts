// Generated from DELETE /v1/severities/{severity_slug} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incident_settings.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteSeverity = defineTool<paths>()({
  name: "delete_severity",
  title: "Delete a severity",
  description:
    "Deletes a severity for the whole organization; no tool brings it back. What happens to incidents, runbook conditions and matrix entries that use it is not documented.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: { method: "DELETE", path: "/v1/severities/{severity_slug}" },
  input: z.strictObject({ severity_slug: z.string().describe("From list_severities (slug).") }),
});
