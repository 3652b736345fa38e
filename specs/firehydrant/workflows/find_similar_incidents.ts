import type { Api } from "../../../generated/firehydrant/programs.js";

interface Input {
  /** The incident to compare with, by id or number such as #402. From list_incidents. */
  incident: string;
  /** How many to show; 5 by default. */
  most?: number;
}

interface Similar {
  id: string;
  number?: number;
  name: string;
  severity?: string;
  started_at?: string;
  milestone?: string;
  services: string[];
  /** What was written last, often what fixed it. */
  last_note?: string;
  /** Absent without a retrospective. */
  report_id?: string;
}

interface Answer {
  incident: string;
  similar: Similar[];
}

/**
 * Find similar incidents with their outcome
 *
 * Shows past incidents that resemble one incident, most similar first, each with severity, services, milestone, last note and
 * retrospective, so that what helped then can help now. Only the list, with distances, comes from list_similar_incidents.
 *
 * @tags incidents, retrospectives
 */
export async function findSimilarIncidents(api: Api, input: Input): Promise<Answer> {
  const incident = await api.get_incident({ incident_id: input.incident });
  const most = input.most ?? 5;
  const found = await api.list_similar_incidents({ incident_id: incident.id ?? "", limit: most });
  const similar: Similar[] = [];
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
