// Generated from GET /v1/incidents/{incident_id}/similar by `make generate`. Do not edit:
// change the description in specs/firehydrant/tools/incidents.yaml, then run it again.
import { z } from "zod";
import type { paths } from "../../api.js";
import { defineTool } from "../../../../runtime/contract/tool.js";

export const listSimilarIncidents = defineTool<paths>()({
  name: "list_similar_incidents",
  title: "List similar incidents",
  description:
    "Lists incidents that resemble a given one, with id, name and distance, for finding how a like problem was handled before. For a search by text or filter use list_incidents.",
  access: "list",
  annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  request: {
    method: "GET",
    path: "/v1/incidents/{incident_id}/similar",
    query: { limit: {}, threshold: {} },
  },
  input: z.strictObject({
    incident_id: z.string().describe("From list_incidents."),
    limit: z.int().optional().describe("How many to return at most."),
    threshold: z.number().optional().describe("Cut-off for similarity."),
  }),
});
