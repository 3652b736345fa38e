// Generated from specs/firehydrant/workflows/widen_impact_and_note.ts by `make generate`. Do not edit: change it there, then run it again.
import { z } from "zod";
import type { WorkflowModule } from "../../../runtime/contract/workflow.js";

export const widenImpactAndNote: WorkflowModule = {
  name: "widen_impact_and_note",
  input: z.strictObject({
    condition: z.string().describe("How they are hit. From list_severity_matrix_conditions."),
    incident: z.string().describe("The incident, by id or number such as #402. From list_incidents."),
    note: z.string().describe("What happened, for the timeline. Only the organization sees it."),
    services: z.array(z.string()).describe("Services that are hit now, too. From list_services."),
  }),
  source: `async function widenImpactAndNote(api, input) {
    const before = await api.get_incident({ incident_id: input.incident });
    const incident_id = before.id ?? "";
    await api.update_incident_impact({
        incident_id,
        impact: input.services.map((id) => ({ id, condition_id: input.condition })),
    });
    const note = await api.create_incident_note({
        incident_id,
        body: input.note,
        visibility: "private_to_org",
    });
    const after = await api.get_incident({ incident_id });
    return {
        incident_id,
        ...(after.number === undefined ? {} : { number: after.number }),
        impacts: (after.impacts ?? []).map(({ impact, condition }) => \`\${impact?.name ?? ""}: \${condition?.name ?? ""}\`),
        note_id: note.id ?? "",
    };
}
return widenImpactAndNote(api, input);
`,
};
