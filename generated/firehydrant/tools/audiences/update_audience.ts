// Generated from PATCH /v1/audiences/{audience_id} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/audiences.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const updateAudience = defineTool<paths>()({
  name: "update_audience",
  title: "Update an audience",
  description:
    "Changes an audience's name, description or questions, or makes it the default. A details list may replace the earlier questions whole. The summary settings chosen at creation can't be changed here. Returns the audience.",
  access: "update",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "PATCH",
    path: "/v1/audiences/{audience_id}",
    body: { type: "application/json", as: "json" },
  },
  input: z.strictObject({
    audience_id: z.string().describe("From list_audiences."),
    active: z.boolean().nullable().optional().describe("False archives the audience."),
    default: z.boolean().nullable().optional().describe("Whether this becomes the default audience."),
    description: z
      .string()
      .nullable()
      .optional()
      .describe("Who the readers are, in at most 4000 characters."),
    details: z
      .array(
        z.strictObject({
          position: z.int().nullable().optional().describe("Place of the question, counted from 1."),
          prompt: z.string().nullable().optional().describe("Instruction to the AI for finding the answer."),
          question: z
            .string()
            .nullable()
            .optional()
            .describe("What the readers need to know, in at most 255 characters."),
          slug: z.string().nullable().optional().describe("Own short identifier for the question."),
        }),
      )
      .nullable()
      .optional()
      .describe("Questions its summaries answer; may replace the whole list."),
    name: z.string().nullable().optional().describe("Name of the audience, at most 255 characters."),
  }),
});
