// Generated from PUT /v1/incidents/{incident_id}/transcript/attribution by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateTranscriptAttribution = defineTool<paths>()({
  name: "update_transcript_attribution",
  title: "Reattribute a transcript",
  description:
    "Credits spoken words in an incident's transcript to another user: one entry by transcript_id, or those of a given speaker or user throughout the call named.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "PUT",
    path: "/v1/incidents/{incident_id}/transcript/attribution",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    incident_id: z.string().describe("From list_incidents."),
    to_user_id: z.string().describe("User to credit instead. From list_users."),
    conference_bridge_id: z
      .string()
      .nullable()
      .optional()
      .describe("Call whose transcript is meant. From list_incident_conference_bridges."),
    from_speaker: z.string().nullable().optional().describe("Speaker now credited with the words."),
    from_user_id: z
      .string()
      .nullable()
      .optional()
      .describe("User now credited with the words. From list_users."),
    transcript_id: z
      .string()
      .nullable()
      .optional()
      .describe("Single entry to change. From list_transcript_entries."),
  }),
});
