// Generated from GET /v1/audiences/member/{member_id}/default by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/audiences.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getMemberDefaultAudience = defineTool<paths>()({
  name: "get_member_default_audience",
  title: "Get a member's default audience",
  description:
    "Gets the audience that one member of the organization has as default, with its questions. list_audiences marks the default of the whole organization.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/audiences/member/{member_id}/default" },
  input: z.strictObject({ member_id: z.int().describe("Number of the member; no tool lists these.") }),
});
