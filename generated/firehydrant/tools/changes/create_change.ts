// Generated from POST /v1/changes by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/changes.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createChange = defineTool<paths>()({
  name: "create_change",
  title: "Create a change entry",
  description:
    "Creates a change entry, a record that several change events can be linked to by id or by identity. To record that something happened at a time, such as a deploy, use create_change_event. Returns the entry.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: { method: "POST", path: "/v1/changes", body: { type: "application/json", as: "json" } },
  input: z.strictObject({
    description: z.string().nullable().optional().describe("What the change is about."),
    labels: z
      .record(z.string(), z.string())
      .nullable()
      .optional()
      .describe("Labels as key and value strings."),
    summary: z.string().nullable().optional().describe("Short title of the change."),
  }),
});
