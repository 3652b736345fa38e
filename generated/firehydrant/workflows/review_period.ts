// Generated from specs/firehydrant/workflows/review_period.ts by `make generate`. Do not edit: change it there, then run it again.
import { z } from "zod";
import type { WorkflowModule } from "../../../runtime/contract/workflow.js";

export const reviewPeriod: WorkflowModule = {
  name: "review_period",
  input: z.strictObject({
    from: z.string().describe("First day of the period, such as 2026-11-01."),
    to: z.string().describe("Last day of the period."),
  }),
  source: `async function reviewPeriod(api, input) {
    const incidents = await api.all("list_incidents", {
        created_at_or_after: \`\${input.from.slice(0, 10)}T00:00:00Z\`,
        created_at_or_before: \`\${input.to.slice(0, 10)}T23:59:59Z\`,
    });
    const minutes = incidents
        .flatMap((incident) => {
        const at = (type) => (incident.milestones ?? []).find((milestone) => milestone.type === type)?.occurred_at;
        const [start, end] = [at("started") ?? incident.started_at, at("resolved")];
        return start && end ? [Math.round((Date.parse(end) - Date.parse(start)) / 60_000)] : [];
    })
        .sort((one, other) => one - other);
    const isResolved = (incident) => (incident.milestones ?? []).some((milestone) => milestone.type === "resolved");
    const median = minutes[Math.floor(minutes.length / 2)];
    const longest = minutes[minutes.length - 1];
    return {
        incidents: incidents.length,
        by_severity: counted(incidents.map((incident) => incident.severity ?? "none")),
        worst_services: counted(incidents.flatMap((incident) => (incident.services ?? []).map((service) => service.name ?? ""))).slice(0, 10),
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
function counted(names) {
    const counts = new Map();
    for (const name of names)
        counts.set(name, (counts.get(name) ?? 0) + 1);
    return [...counts]
        .map(([name, incidents]) => ({ name, incidents }))
        .sort((one, other) => other.incidents - one.incidents || (one.name < other.name ? -1 : 1));
}
return reviewPeriod(api, input);
`,
};
