// Generated from POST /v1/audiences by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/audiences.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createAudience = defineTool<paths>()({
  name: "create_audience",
  title: "Create an audience",
  description:
    "Creates an audience, a kind of reader for whom AI summaries of incidents are written, with its questions and the incident data they draw on. No notification is documented. generate_audience_summary writes a summary. Returns the audience.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: { method: "POST", path: "/v1/audiences", body: { type: "application/json", as: "json" } },
  input: z.strictObject({
    description: z.string().describe("Who the readers are, in at most 4000 characters."),
    name: z.string().describe("Name of the audience, at most 255 characters."),
    default: z.boolean().nullable().optional().describe("Whether this becomes the default audience."),
    details: z
      .array(
        z.strictObject({
          prompt: z.string().describe("Instruction to the AI for finding the answer."),
          question: z.string().describe("What the readers need to know, in at most 255 characters."),
          slug: z.string().nullable().optional().describe("Own short identifier for the question."),
        }),
      )
      .nullable()
      .optional()
      .describe("Questions its summaries answer."),
    settings: z
      .strictObject({
        alerts: z.boolean(),
        communications: z.boolean().describe("All messages, starred or not."),
        current_milestone: z.boolean(),
        custom_fields: z.boolean(),
        customer_impact_summary: z.boolean(),
        description: z.boolean(),
        high_value_events: z
          .strictObject({
            add_task_list: z.boolean(),
            bulk_milestone_update: z.boolean().describe("Several milestones set at once, by automation too."),
            external_link: z.boolean(),
            handoff: z.boolean(),
            impact_update: z.boolean().describe("Changes to the catalog items hit."),
            incident_status: z.boolean(),
          })
          .describe("Major events that enter the timeline."),
        id: z.boolean(),
        medium_value_events: z
          .strictObject({
            change_type: z.boolean().describe("Changes of the incident type."),
            child_changed: z.boolean().describe("Changes to the incident's children."),
            new_related_change_event: z.boolean(),
            parent_changed: z.boolean(),
            runbook_step_execution_update: z.boolean(),
          })
          .describe("Lesser events that enter the timeline."),
        name: z.boolean(),
        responders: z.boolean().describe("Responders, their roles and assigned teams."),
        services: z.boolean().describe("All catalog items hit."),
        severity: z.boolean(),
        started_at: z.boolean(),
        status: z.boolean(),
        timeline: z.boolean().describe("Milestone changes and the high or medium value events."),
        work_items: z.boolean().describe("All tickets and tasks."),
      })
      .nullable()
      .optional()
      .describe("Which incident data feed the summaries; all parts are needed."),
  }),
});
