import type { Api } from "../../../generated/firehydrant/programs.js";

interface Input {
  /** The incident, by id or number such as #402. From list_incidents. */
  incident: string;
  /** How many of the last notes to show; 3 by default. */
  notes?: number;
}

interface Impact {
  type: string;
  name: string;
  condition?: string;
  /** Tier of a service; 1 is the most important. */
  tier?: number;
}

interface Note {
  at: string;
  body: string;
}

interface Task {
  title: string;
  state: string;
  assignee?: string;
}

interface Alert {
  summary: string;
  status: string;
  at: string;
}

interface StatusPage {
  name: string;
  url?: string;
  /** Of a page that FireHydrant hosts: published or unpublished. */
  state?: string;
  /** Each impact in the page's own terms, such as "Payments: major_outage". */
  shows: string[];
  /** The last note that was posted to it. */
  last_post?: Note;
}

interface Answer {
  id: string;
  number?: number;
  name: string;
  severity?: string;
  milestone?: string;
  started_at?: string;
  commander?: string;
  roles: string[];
  impacts: Impact[];
  notes: Note[];
  open_tasks: Task[];
  alerts: Alert[];
  status_pages: StatusPage[];
}

/**
 * Brief on one incident
 *
 * Gathers what someone who joins an incident asks for: severity, milestone, commander and other roles, impact with service
 * tiers, the last notes, open tasks, linked alerts, and for each status page whether it is published, what it shows
 * and the last post. The incident's full record comes from get_incident.
 *
 * @tags incidents, status_pages, tasks
 */
export async function incidentBrief(api: Api, input: Input): Promise<Answer> {
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
    roles: roles.map(({ role, user }) => `${role}: ${user}`),
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

interface Given {
  type?: string;
  impact?: { id?: string; name?: string };
  condition?: { id?: string; name?: string };
}

/** Only services have a tier. */
async function impactsOf(api: Api, impacts: readonly Given[]): Promise<Impact[]> {
  const all: Impact[] = [];
  for (const { type = "", impact, condition } of impacts) {
    const service =
      type === "service" && impact?.id ? await api.get_service({ service_id: impact.id }) : undefined;
    all.push({
      type,
      name: impact?.name ?? "",
      ...(condition?.name ? { condition: condition.name } : {}),
      ...(service?.service_tier === undefined ? {} : { tier: service.service_tier }),
    });
  }
  return all;
}

interface Posted extends Note {
  /** Ids of the incident's status pages that it was posted to. */
  pages: string[];
}

interface Event {
  occurred_at?: string;
  data?: Record<string, unknown>;
}

/** The notes, newest first. */
function notesOf(events: readonly Event[]): Posted[] {
  return events
    .map(({ occurred_at = "", data }) => ({
      at: occurred_at,
      body: String(data?.["body"] ?? ""),
      pages: ((data?.["status_pages"] ?? []) as { id?: string }[]).map(({ id = "" }) => id),
    }))
    .filter(({ body }) => body !== "")
    .sort((one, other) => (one.at < other.at ? 1 : -1));
}

interface Shown {
  impacts?: Given[];
  status_pages?: {
    id?: string;
    external_id?: string;
    name?: string;
    display_name?: string;
    url?: string;
    integration?: { integration_slug?: string };
  }[];
}

async function statusPagesOf(api: Api, incident: Shown, notes: readonly Posted[]): Promise<StatusPage[]> {
  const all: StatusPage[] = [];
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

/** How a page calls the conditions of impacts, by their ids. */
type Terms = Record<string, string>;

/** A page of FireHydrant or of Atlassian. Other pages have only a name. */
async function stateOf(
  api: Api,
  slug: string | undefined,
  id: string | undefined,
): Promise<{ state?: string; terms: Terms }> {
  if (slug === "nunc" && id) {
    const { publish_state, conditions } = await api.get_hosted_status_page({ status_page_id: id });
    const terms = (conditions ?? []).map((one) => [one.condition_id ?? "", one.nunc_condition ?? ""]);
    return { state: publish_state ?? "", terms: Object.fromEntries(terms) as Terms };
  }
  if (slug === "statuspage" && id) {
    const { conditions } = await api.get_statuspage_connection({ connection_id: id });
    const terms = (conditions ?? []).map((one) => [one.condition_id ?? "", one.statuspageio_condition ?? ""]);
    return { terms: Object.fromEntries(terms) as Terms };
  }
  return { terms: {} };
}

function shownOn(terms: Terms, impacts: readonly Given[]): string[] {
  return impacts
    .map(({ impact, condition }) => ({ name: impact?.name ?? "", term: terms[condition?.id ?? ""] }))
    .filter(({ term }) => term)
    .map(({ name, term }) => `${name}: ${term ?? ""}`);
}
