// Generated from POST /v1/severities by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incident_settings.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createSeverity = defineTool<paths>()({
  name: "create_severity",
  title: "Add a severity",
  description:
    "Adds a severity that the organization's incidents can be given. To set one incident's severity, use update_incident; to make impacts lead to it, use update_severity_matrix. Returns the severity.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: { method: "POST", path: "/v1/severities", body: { type: "application/json", as: "json" } },
  input: z.strictObject({
    slug: z
      .string()
      .describe("Short name that identifies it, such as SEV1; letters and digits only, at most 23."),
    allowed_role_ids: z
      .array(z.string())
      .nullable()
      .optional()
      .describe("Account roles that may use it; an empty list permits all. From list_roles."),
    color: z
      .enum(["red", "orange", "yellow", "blue", "teal", "grey", "green"])
      .nullable()
      .optional()
      .describe("Color shown for it."),
    description: z.string().nullable().optional().describe("When to choose this severity."),
    position: z.int().nullable().optional().describe("Place in the order; lower comes first."),
  }),
});
