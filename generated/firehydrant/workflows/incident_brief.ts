// Generated from specs/firehydrant/workflows/incident_brief.ts by `make generate`. Do not edit: change it there, then run it again.
import { z } from "zod";
import type { WorkflowModule } from "../../../runtime/contract/workflow.js";

export const incidentBrief: WorkflowModule = {
  name: "incident_brief",
  input: z.strictObject({
    incident: z.string().describe("The incident, by id or number such as #402. From list_incidents (id)."),
    notes: z.number().optional().describe("How many of the last notes to show; 3 by default."),
  }),
  source: `async function incidentBrief(api, input) {
    const incident = await api.get_incident({ incident_id: input.incident });
    const incident_id = incident.id ?? "";
    const [events, tasks, alerts] = await Promise.all([
        api.all("list_incident_events", { incident_id, types: ["note"] }),
        api.all("list_incident_tasks", { incident_id }),
        api.all("list_incident_alerts", { incident_id }),
    ]);
    const roles = (incident.role_assignments ?? [])
        .filter((role) => role.status !== "inactive")
        .map((role) => ({ role: role.incident_role?.name ?? "", user: role.user?.name ?? "" }));
    const commander = roles.find(({ role }) => /command/i.test(role));
    const notes = events
        .map((event) => ({ at: event.occurred_at ?? "", body: String(event.data?.["body"] ?? "") }))
        .filter(({ body }) => body !== "")
        .sort((one, other) => (one.at < other.at ? 1 : -1))
        .slice(0, input.notes ?? 3);
    return {
        id: incident_id,
        ...(incident.number === undefined ? {} : { number: incident.number }),
        name: incident.name ?? "",
        ...(incident.severity ? { severity: incident.severity } : {}),
        ...(incident.current_milestone ? { milestone: incident.current_milestone } : {}),
        ...(incident.started_at ? { started_at: incident.started_at } : {}),
        ...(commander ? { commander: commander.user } : {}),
        roles: roles.map(({ role, user }) => \`\${role}: \${user}\`),
        impacts: await impactsOf(api, incident.impacts ?? []),
        notes,
        open_tasks: tasks
            .filter((task) => task.state !== "done" && task.state !== "cancelled")
            .map((task) => ({
            title: task.title ?? "",
            state: task.state ?? "",
            ...(task.assignee?.name ? { assignee: task.assignee.name } : {}),
        })),
        alerts: alerts.map(({ alert }) => ({
            summary: alert?.summary ?? "",
            status: alert?.status ?? "",
            at: alert?.starts_at ?? "",
        })),
        status_pages: (incident.status_pages ?? []).map((page) => page.display_name ?? page.name ?? ""),
    };
}
async function impactsOf(api, impacts) {
    const all = [];
    for (const { type = "", impact, condition } of impacts) {
        const service = type === "service" && impact?.id ? await api.get_service({ service_id: impact.id }) : undefined;
        all.push({
            type,
            name: impact?.name ?? "",
            ...(condition?.name ? { condition: condition.name } : {}),
            ...(service?.service_tier === undefined ? {} : { tier: service.service_tier }),
        });
    }
    return all;
}
return incidentBrief(api, input);
`,
};
