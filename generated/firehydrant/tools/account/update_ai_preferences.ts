// Generated from PATCH /v1/ai/preferences by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/account.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateAiPreferences = defineTool<paths>()({
  name: "update_ai_preferences",
  title: "Change AI preferences",
  description:
    "Switches FireHydrant's AI features on or off, for everyone in the organization at once. Returns all preferences as they then are.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: { method: "PATCH", path: "/v1/ai/preferences", body: { type: "application/json", as: "json" } },
  input: z.strictObject({
    ai: z.boolean().nullable().optional().describe("Whether AI features are on at all."),
    description: z.boolean().nullable().optional().describe("AI for incident descriptions."),
    followups: z.boolean().nullable().optional().describe("AI for incident follow-ups."),
    impact: z.boolean().nullable().optional().describe("AI for incident impact."),
    retros: z.boolean().nullable().optional().describe("AI for retrospectives."),
    similar_incidents: z.boolean().nullable().optional().describe("AI for finding similar incidents."),
    summaries: z.boolean().nullable().optional().describe("AI for incident summaries."),
    updates: z.boolean().nullable().optional().describe("AI for incident updates."),
  }),
});
