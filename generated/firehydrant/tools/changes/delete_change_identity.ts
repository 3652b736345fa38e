// Generated from DELETE /v1/changes/{change_id}/identities/{identity_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/changes.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const deleteChangeIdentity = defineTool<paths>()({
  name: "delete_change_identity",
  title: "Delete a change identity",
  description:
    "Deletes one identity of a change entry, so new change events are no longer matched by it. The entry itself stays; delete_change archives that.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: { method: "DELETE", path: "/v1/changes/{change_id}/identities/{identity_id}" },
  input: z.strictObject({
    change_id: z.string().describe("From list_changes."),
    identity_id: z.string().describe("From list_change_identities."),
  }),
});
