import type { Api } from "../../../generated/firehydrant/programs.js";

interface Input {
  /** The incident, by id or number such as #402. From list_incidents. */
  incident: string;
  /** Services that are hit now, too. From list_services. */
  services: string[];
  /** How they are hit. From list_severity_matrix_conditions. */
  condition: string;
  /** What happened, for the timeline. Only the organization sees it. */
  note: string;
}

interface Answer {
  incident_id: string;
  number?: number;
  /** All components that the incident hits now. */
  impacts: string[];
  note_id: string;
}

/**
 * Widen an incident's impact and note it
 *
 * Adds services to the impact of an incident, all with one condition, and writes a note about it to the timeline that only
 * the organization sees. What the incident hit before stays. A public update comes from update_incident_impact with
 * status pages.
 *
 * @tags incidents
 */
export async function widenImpactAndNote(api: Api, input: Input): Promise<Answer> {
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
    impacts: (after.impacts ?? []).map(
      ({ impact, condition }) => `${impact?.name ?? ""}: ${condition?.name ?? ""}`,
    ),
    note_id: note.id ?? "",
  };
}
