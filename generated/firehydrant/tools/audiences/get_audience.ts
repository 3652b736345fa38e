// Generated from GET /v1/audiences/{audience_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/audiences.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getAudience = defineTool<paths>()({
  name: "get_audience",
  title: "Get an audience",
  description:
    "Gets one audience with its description and the questions its summaries answer. get_audience_summary gives what was written for it about an incident.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/audiences/{audience_id}" },
  input: z.strictObject({ audience_id: z.string().describe("From list_audiences.") }),
});
