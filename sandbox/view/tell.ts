import type { Fields } from "../store/store.js";

/** One event of a timeline in plain language: its kind and what happened. */
export interface Told {
  readonly kind: string;
  readonly text: string;
}

/** Describes an event. An unknown kind shows its fields. */
export function tell(type: string, data: Fields, visibility: unknown): Told {
  const teller = tellers[type];
  const [kind, text] = teller ? teller(data) : [type.replaceAll("_", " "), fieldsOf(data)];
  return { kind: visibility === "open_to_public" ? `Public ${kind.toLowerCase()}` : kind, text };
}

type Teller = (data: Fields) => readonly [kind: string, text: string];

const tellers: Readonly<Record<string, Teller>> = {
  note: ({ body }) => ["Note", String(body)],
  generic_chat_message: ({ body }) => ["Chat", String(body)],
  bulk_update: (data) => ["Impact", impact(data)],
  incident_status: ({ name }) => ["Opened", say(name)],
  bulk_milestone_update: (data) => ["Milestone", milestones(data)],
  role_update: ({ action, role, user }) => [
    "Role",
    action === "assigned" ? `${say(user)} is ${say(role)}` : `${say(user)} is no longer ${say(role)}`,
  ],
  team_assignment: ({ team, status }) => ["Team", `${say(team)} ${say(status)}`],
  alert_linked: ({ summary }) => ["Alert", String(summary)],
  task_update: ({ task, state }) => ["Task", state ? `${say(task)}: ${say(state)}` : say(task)],
  add_task_list: ({ task_list }) => ["Task", `list ${say(task_list)}`],
  ticket_update: ({ ticket, state }) => ["Ticket", `${say(ticket)}: ${say(state)}`],
  runbook_attachment: ({ runbook }) => ["Runbook", `${say(runbook)} attached`],
  runbook_step_execution_update: ({ step, state }) => ["Runbook", `${say(step)}: ${say(state)}`],
  external_link: ({ status_page }) => ["Status page", `${say(status_page)} attached`],
  retrospective_opened: ({ name }) => ["Retrospective", `${say(name ?? "report")} opened`],
  retrospective_published: () => ["Retrospective", "published"],
  generic_resource_change: (data) => ["Details", changes(data)],
};

function milestones({ milestones: all, previous_milestone, milestone }: Fields): string {
  if (!Array.isArray(all)) return `${say(previous_milestone)} → ${say(milestone)}`;
  return (all as Fields[]).map(({ type, occurred_at }) => `${say(type)} at ${say(occurred_at)}`).join(", ");
}

function impact({ before, after }: Fields): string {
  const [was, is] = [before as unknown[], after as unknown[]];
  const added = is.filter((name) => !was.includes(name)).map((name) => `+ ${say(name)}`);
  const gone = was.filter((name) => !is.includes(name)).map((name) => `− ${say(name)}`);
  return [...added, ...gone].join(", ") || "another condition";
}

function changes({ before, after }: Fields): string {
  const was = before as Fields;
  return Object.entries(after as Fields)
    .map(([name, value]) => `${name.replaceAll("_", " ")} ${say(was[name])} → ${say(value)}`)
    .join(", ");
}

function fieldsOf(data: Fields): string {
  const shown = Object.entries(data).filter(([name]) => !name.endsWith("id"));
  return shown.map(([name, value]) => `${name.replaceAll("_", " ")}: ${say(value)}`).join(", ");
}

function say(value: unknown): string {
  if (value === null || value === undefined || value === "") return "none";
  return typeof value === "object" ? JSON.stringify(value) : String(value);
}
