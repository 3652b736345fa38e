// Generated from PUT /v1/audiences/member/{member_id}/default by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/audiences.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const setMemberDefaultAudience = defineTool<paths>()({
  name: "set_member_default_audience",
  title: "Set a member's default audience",
  description:
    "Sets which audience one member has as default, in place of the earlier choice. update_audience sets the default of the whole organization. Returns the audience.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "PUT",
    path: "/v1/audiences/member/{member_id}/default",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    audience_id: z.string().describe("Audience that becomes the member's default. From list_audiences."),
    member_id: z.int().describe("Number of the member; no tool lists these."),
  }),
});
