import type { Api } from "../../../generated/firehydrant/programs.js";

interface Input {
  /** The incident's name, as responders read it. */
  name: string;
  /** Severity slug such as SEV2. From list_severities (slug). */
  severity?: string;
  /** What is known so far, for responders. */
  summary?: string;
  /** Services that are hit. From list_services. */
  services?: string[];
  /** How they are hit; required with services. From list_severity_matrix_conditions. */
  condition?: string;
  /** Kind of who is paged. */
  page_type: "EscalationPolicy" | "OnCallSchedule" | "Team" | "User";
  /** Who is paged, of that kind. From list_teams, list_users or list_organization_on_call_schedules. */
  page: string;
}

interface Answer {
  incident_id: string;
  number?: number;
  incident_url?: string;
  alert_id: string;
  paged: string;
}

/**
 * Declare an incident and page
 *
 * Wakes people: opens an incident with its severity and impact, then pages a team, schedule, policy or user with its name
 * and number. It opens none where an open incident has the same name, and names that one instead. An incident without a
 * page comes from create_incident.
 *
 * @tags incidents, pages
 */
export async function declareAndPage(api: Api, input: Input): Promise<Answer> {
  const { services = [], condition } = input;
  if (services.length > 0 && condition === undefined) throw new Error("services needs condition, too.");
  const open = await api.all("list_incidents", { status: "active", name: input.name });
  const same = open.find((one) => (one.name ?? "").toLowerCase() === input.name.toLowerCase());
  if (same) throw new Error(`The open incident #${same.number ?? ""} has this name: ${same.id ?? ""}.`);
  const incident = await api.create_incident({
    name: input.name,
    ...(input.severity === undefined ? {} : { severity: input.severity }),
    ...(input.summary === undefined ? {} : { summary: input.summary }),
    ...(services.length > 0
      ? { impacts: services.map((id) => ({ type: "service" as const, id, condition_id: condition ?? "" })) }
      : {}),
  });
  const alert = await api.create_page({
    summary: `#${incident.number ?? ""} ${input.name}`,
    target_type: input.page_type,
    target_id: input.page,
    ...(input.summary === undefined ? {} : { body: input.summary }),
  });
  return {
    incident_id: incident.id ?? "",
    ...(incident.number === undefined ? {} : { number: incident.number }),
    ...(incident.incident_url ? { incident_url: incident.incident_url } : {}),
    alert_id: alert.id ?? "",
    paged: `${input.page_type} ${input.page}`,
  };
}
