// Generated from PATCH /v1/severities/{severity_slug} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incident_settings.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateSeverity = defineTool<paths>()({
  name: "update_severity",
  title: "Change a severity",
  description:
    "Changes a severity for the whole organization, including who may use it; a new slug becomes its identifier. To change one incident's severity, use update_incident. Returns the severity.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/severities/{severity_slug}",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    severity_slug: z.string().describe("From list_severities (slug)."),
    allowed_role_ids: z
      .array(z.string())
      .nullable()
      .optional()
      .describe(
        "Account roles that may use it; replaces the whole list, and an empty one permits all. From list_roles.",
      ),
    color: z
      .enum(["red", "orange", "yellow", "blue", "teal", "grey", "green"])
      .nullable()
      .optional()
      .describe("Color shown for it."),
    description: z.string().nullable().optional().describe("When to choose this severity."),
    position: z.int().nullable().optional().describe("Place in the order; lower comes first."),
    slug: z
      .string()
      .nullable()
      .optional()
      .describe("New name that identifies it, such as SEV1; letters and digits only, at most 23."),
  }),
});
