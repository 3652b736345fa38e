// Generated from PATCH /v1/changes/{change_id}/identities/{identity_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/changes.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateChangeIdentity = defineTool<paths>()({
  name: "update_change_identity",
  title: "Update a change identity",
  description:
    "Changes the type and value of one identity of a change entry; later change events are matched by the new pair. Returns the identity.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/changes/{change_id}/identities/{identity_id}",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    change_id: z.string().describe("From list_changes."),
    identity_id: z.string().describe("From list_change_identities."),
    type: z.string().describe("Kind of identifier."),
    value: z.string().describe("The identifier itself."),
  }),
});
