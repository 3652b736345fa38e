// Generated from PATCH /v1/audiences/{audience_id}/restore by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/audiences.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const restoreAudience = defineTool<paths>()({
  name: "restore_audience",
  title: "Restore an archived audience",
  description:
    "Brings back an audience that archive_audience took out of use. list_audiences with include_archived shows the archived ones. Returns the audience.",
  access: "custom",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: { method: "PATCH", path: "/v1/audiences/{audience_id}/restore" },
  input: z.strictObject({ audience_id: z.string().describe("From list_audiences.") }),
});
