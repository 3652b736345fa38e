// Generated from GET /v1/ai/preferences by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/account.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getAiPreferences = defineTool<paths>()({
  name: "get_ai_preferences",
  title: "Get AI preferences",
  description:
    "Returns which of FireHydrant's AI features are switched on: AI as a whole, and descriptions, follow-ups, impact, retrospectives, similar incidents, summaries and updates.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: { method: "GET", path: "/v1/ai/preferences" },
  input: z.strictObject({}),
});
