import type { ScenarioPrograms } from "./program.js";

const invoices = `const tasks = await api.all("list_incident_tasks", { incident_id: "#303" });
const { id: task_id } = tasks.find(({ title }) => title === "Send failed invoices again");`;

/** Tasks, tickets, changes and settings. */
export const followUpPrograms: ScenarioPrograms = {
  "task-done": {
    search: "list the tasks of an incident; update a task",
    program: `${invoices}
await api.update_incident_task({ incident_id: "#303", task_id, state: "done" });`,
  },
  "task-becomes-follow-up": {
    search: "list the tasks of an incident; convert a task into a follow-up",
    program: `${invoices}
await api.convert_incident_task({ incident_id: "#303", task_id });`,
  },
  "ticket-filed": {
    search: "get an incident; create a ticket",
    program: `const { id } = await api.get_incident({ incident_id: "#302" });
await api.create_ticket({ summary: "Alert when the index is ten minutes behind", related_to: "incident/" + id, type: "follow_up", priority_id: "Urgent" });`,
  },
  "ticket-done": {
    search: "list tickets; update a ticket",
    program: `const tickets = await api.all("list_tickets", { state: "open" });
const { id } = tickets.find(({ summary }) => summary === "Test the restore of backups");
await api.update_ticket({ ticket_id: id, state: "done" });`,
  },
  "change-suspected": {
    search: "list change events; tie a change event to an incident",
    program: `const { items: [deploy] } = await api.list_change_events({ query: "payments-gateway 9.9.0" });
await api.create_incident_change_event({ incident_id: "#303", change_event_id: deploy.id, type: "suspect" });`,
  },
  "webhook-paused": {
    search: "list webhooks; update a webhook",
    program: `const { items } = await api.list_webhooks();
await api.update_webhook({ webhook_id: items[0].id, state: "inactive" });`,
  },
  "audience-restored": {
    search: "list archived audiences; restore an audience",
    program: `const { items } = await api.list_audiences({ include_archived: true });
await api.restore_audience({ audience_id: items.find(({ name }) => name === "Support").id });`,
  },
  "task-list-longer": {
    search: "get a task list; update a task list",
    program: `const task_list_id = "First ten minutes";
const { task_list_items } = await api.get_task_list({ task_list_id });
const kept = task_list_items.map(({ summary, description }) => ({ summary, ...(description ? { description } : {}) }));
await api.update_task_list({ task_list_id, task_list_items: [...kept, { summary: "Look at the graphs" }] });`,
  },
  "search-saved": {
    search: "get a service; save a search of incidents",
    program: `const { id } = await api.get_service({ service_id: "payments-api" });
await api.create_saved_search({ resource_type: "incidents", name: "Open on payments-api", is_private: false,
  filter_values: { status: "active", services: id } });`,
  },
};
