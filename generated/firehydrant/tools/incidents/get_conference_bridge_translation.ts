// Generated from GET /v1/incidents/{incident_id}/conference_bridges/{id}/translations/{language_code} by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const getConferenceBridgeTranslation = defineTool<paths>()({
  name: "get_conference_bridge_translation",
  title: "Get bridge translation",
  description:
    "Fetches one conference call of an incident for a chosen translation language, with its attachments. The languages on offer are in language_codes of list_incident_conference_bridges.",
  access: "get",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/incidents/{incident_id}/conference_bridges/{id}/translations/{language_code}",
    pathParameters: { id: { argument: "conference_bridge_id" } },
  },
  input: z.strictObject({
    conference_bridge_id: z.string().describe("From list_incident_conference_bridges."),
    incident_id: z.string().describe("From list_incidents."),
    language_code: z.string().describe("Language of the translation, one of the bridge's language_codes."),
  }),
  formerArguments: { id: { now: "conference_bridge_id" } },
});
