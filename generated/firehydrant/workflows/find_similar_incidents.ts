// Generated from specs/firehydrant/workflows/find_similar_incidents.ts by `make generate`. Do not edit: change it there, then run it again.
import { z } from "zod";
import type { WorkflowModule } from "../../../runtime/contract/workflow.js";

export const findSimilarIncidents: WorkflowModule = {
  name: "find_similar_incidents",
  input: z.strictObject({
    incident: z
      .string()
      .describe("The incident to compare with, by id or number such as #402. From list_incidents."),
    most: z.number().optional().describe("How many to show; 5 by default."),
  }),
  source: `async function findSimilarIncidents(api, input) {
    const incident = await api.get_incident({ incident_id: input.incident });
    const most = input.most ?? 5;
    const found = await api.list_similar_incidents({ incident_id: incident.id ?? "", limit: most });
    const similar = [];
    for (const { id } of found.items.slice(0, most)) {
        const one = await api.get_incident({ incident_id: id ?? "" });
        similar.push({
            id: one.id ?? "",
            ...(one.number === undefined ? {} : { number: one.number }),
            name: one.name ?? "",
            ...(one.severity ? { severity: one.severity } : {}),
            ...(one.started_at ? { started_at: one.started_at } : {}),
            ...(one.current_milestone ? { milestone: one.current_milestone } : {}),
            services: (one.services ?? []).map((service) => service.name ?? ""),
            ...(one.last_note?.body ? { last_note: one.last_note.body } : {}),
            ...(one.report_id ? { report_id: one.report_id } : {}),
        });
    }
    return { incident: incident.name ?? "", similar };
}
return findSimilarIncidents(api, input);
`,
};
