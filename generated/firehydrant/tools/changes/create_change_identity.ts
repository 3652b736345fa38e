// Generated from POST /v1/changes/{change_id}/identities by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/changes.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createChangeIdentity = defineTool<paths>()({
  name: "create_change_identity",
  title: "Add a change identity",
  description:
    "Adds an identity to a change entry, so that change events created with the same type and value are linked to it. Returns the identity.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/changes/{change_id}/identities",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    change_id: z.string().describe("From list_changes."),
    type: z.string().describe("Kind of identifier."),
    value: z.string().describe("The identifier itself."),
  }),
});
