// Generated from specs/firehydrant/workflows/incident_brief.ts by `make generate`. Do not edit: change it there, then run it again.
import { z } from "zod";
import type { WorkflowModule } from "../../../runtime/contract/workflow.js";

export const incidentBrief: WorkflowModule = {
  name: "incident_brief",
  input: z.strictObject({
    incident: z.string().describe("The incident, by id or number such as #402. From list_incidents."),
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
    const notes = notesOf(events);
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
        notes: notes.slice(0, input.notes ?? 3).map(({ at, body }) => ({ at, body })),
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
        status_pages: await statusPagesOf(api, incident, notes),
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
function notesOf(events) {
    return events
        .map(({ occurred_at = "", data }) => ({
        at: occurred_at,
        body: String(data?.["body"] ?? ""),
        pages: (data?.["status_pages"] ?? []).map(({ id = "" }) => id),
    }))
        .filter(({ body }) => body !== "")
        .sort((one, other) => (one.at < other.at ? 1 : -1));
}
async function statusPagesOf(api, incident, notes) {
    const all = [];
    for (const page of incident.status_pages ?? []) {
        const { state, terms } = await stateOf(api, page.integration?.integration_slug, page.external_id);
        const post = notes.find(({ pages }) => pages.includes(page.id ?? ""));
        all.push({
            name: page.display_name ?? page.name ?? "",
            ...(page.url ? { url: page.url } : {}),
            ...(state ? { state } : {}),
            shows: shownOn(terms, incident.impacts ?? []),
            ...(post ? { last_post: { at: post.at, body: post.body } } : {}),
        });
    }
    return all;
}
async function stateOf(api, slug, id) {
    if (slug === "nunc" && id) {
        const { publish_state, conditions } = await api.get_hosted_status_page({ status_page_id: id });
        const terms = (conditions ?? []).map((one) => [one.condition_id ?? "", one.nunc_condition ?? ""]);
        return { state: publish_state ?? "", terms: Object.fromEntries(terms) };
    }
    if (slug === "statuspage" && id) {
        const { conditions } = await api.get_statuspage_connection({ connection_id: id });
        const terms = (conditions ?? []).map((one) => [one.condition_id ?? "", one.statuspageio_condition ?? ""]);
        return { terms: Object.fromEntries(terms) };
    }
    return { terms: {} };
}
function shownOn(terms, impacts) {
    return impacts
        .map(({ impact, condition }) => ({ name: impact?.name ?? "", term: terms[condition?.id ?? ""] }))
        .filter(({ term }) => term)
        .map(({ name, term }) => \`\${name}: \${term ?? ""}\`);
}
return incidentBrief(api, input);
`,
};
