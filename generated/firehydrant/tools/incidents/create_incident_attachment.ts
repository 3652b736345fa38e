// Generated from POST /v1/incidents/{incident_id}/attachments by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { fileArgument } from "../../../../runtime/contract/file-argument.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const createIncidentAttachment = defineTool<paths>()({
  name: "create_incident_attachment",
  title: "Attach an image",
  description:
    "Uploads an image to an incident's timeline, where responders see it. For a web address use create_incident_link; for text use create_incident_note. Returns the file's name, size, status and signed address.",
  access: "create",
  annotations: { readOnlyHint: false, destructiveHint: false, idempotentHint: false, openWorldHint: true },
  request: {
    method: "POST",
    path: "/v1/incidents/{incident_id}/attachments",
    body: { type: "multipart/form-data", as: "multipart" },
  },
  input: z.strictObject({
    file: fileArgument().describe("The image file."),
    incident_id: z.string().describe("From list_incidents."),
    description: z.string().nullable().optional().describe("Caption for the image."),
    occurred_at: z.iso
      .datetime({ offset: true, local: true })
      .nullable()
      .optional()
      .describe("When it belongs on the timeline."),
    vote_direction: z.enum(["up", "down"]).nullable().optional().describe("Vote to cast on the new entry."),
  }),
});
