// Generated from DELETE /v1/audiences/{audience_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/audiences.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const archiveAudience = defineTool<paths>()({
  name: "archive_audience",
  title: "Archive an audience",
  description:
    "Archives an audience, so that it leaves the usual list; restore_audience brings it back, and list_audiences shows it with include_archived.",
  access: "delete",
  annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: true, openWorldHint: true },
  request: { method: "DELETE", path: "/v1/audiences/{audience_id}" },
  input: z.strictObject({ audience_id: z.string().describe("From list_audiences.") }),
});
