import type { Api } from "../../../generated/firehydrant/programs.js";

interface Input {
  /** First day of the period, such as 2026-11-01. */
  from: string;
  /** Last day of the period. */
  to: string;
}

interface Count {
  name: string;
  incidents: number;
}

interface Listed {
  number?: number;
  name: string;
  id: string;
}

interface Answer {
  incidents: number;
  by_severity: Count[];
  /** The services that most incidents hit. */
  worst_services: Count[];
  resolved: number;
  /** Minutes from start to resolution, over those that are resolved. */
  median_minutes_to_resolve?: number;
  longest_minutes_to_resolve?: number;
  without_retrospective: Listed[];
}

/**
 * Review a period's incidents
 *
 * Counts the incidents that were opened in a period by severity and by service, shows how long they took to resolve in
 * minutes, and lists those that are resolved without a retrospective. Averages over longer times come from
 * list_mttx_metrics.
 *
 * @tags incidents, metrics, retrospectives
 */
export async function reviewPeriod(api: Api, input: Input): Promise<Answer> {
  const incidents = await api.all("list_incidents", {
    created_at_or_after: `${input.from.slice(0, 10)}T00:00:00Z`,
    created_at_or_before: `${input.to.slice(0, 10)}T23:59:59Z`,
  });
  const minutes = incidents
    .flatMap((incident) => {
      const at = (type: string) =>
        (incident.milestones ?? []).find((milestone) => milestone.type === type)?.occurred_at;
      const [start, end] = [at("started") ?? incident.started_at, at("resolved")];
      return start && end ? [Math.round((Date.parse(end) - Date.parse(start)) / 60_000)] : [];
    })
    .sort((one, other) => one - other);
  const isResolved = (incident: { milestones?: { type?: string }[] }) =>
    (incident.milestones ?? []).some((milestone) => milestone.type === "resolved");
  const median = minutes[Math.floor(minutes.length / 2)];
  const longest = minutes[minutes.length - 1];
  return {
    incidents: incidents.length,
    by_severity: counted(incidents.map((incident) => incident.severity ?? "none")),
    worst_services: counted(
      incidents.flatMap((incident) => (incident.services ?? []).map((service) => service.name ?? "")),
    ).slice(0, 10),
    resolved: minutes.length,
    ...(median === undefined ? {} : { median_minutes_to_resolve: median }),
    ...(longest === undefined ? {} : { longest_minutes_to_resolve: longest }),
    without_retrospective: incidents
      .filter((incident) => isResolved(incident) && !incident.report_id)
      .map((incident) => ({
        ...(incident.number === undefined ? {} : { number: incident.number }),
        name: incident.name ?? "",
        id: incident.id ?? "",
      })),
  };
}

/** Most first. */
function counted(names: readonly string[]): Count[] {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return [...counts]
    .map(([name, incidents]) => ({ name, incidents }))
    .sort((one, other) => other.incidents - one.incidents || (one.name < other.name ? -1 : 1));
}
