import { addTask } from "../sandbox/behaviour/tasks.js";
import { refTo } from "../sandbox/world.js";
import { itemOf } from "./check/find.js";
import type { Loose, Stage, Scenario, ToolCall } from "./scenario.js";

const invoices = "Send failed invoices again";

/** Follow-up work of incidents. */
export const followUpScenarios: readonly Scenario[] = [
  {
    id: "task-assigned",
    prompt: "Put a task on incident 303, “Call the card network”, and give it to Noor Haddad.",
    check: (result) =>
      void result.added("incidents/tasks", {
        incident_id: result.find("incidents", 303).id,
        title: "Call the card network",
        assignee: "Noor Haddad",
        state: "open",
      }),
    solve: (call) => addCall(call, "#303", "Noor Haddad"),
    slips: {
      "gives it to someone else": (call) => addCall(call, "#303", "Tomás Rey"),
      "puts it on another incident": (call) => addCall(call, "#302", "Noor Haddad"),
      "files a ticket": (call) => call("create_ticket", { summary: "Call the card network" }),
    },
  },
  {
    id: "task-done",
    prompt: `The task “${invoices}” of incident 303 is done. Tick it off; the other tasks go on.`,
    setUp: twoTasks,
    check: (result) => result.changed(result.find("incidents/tasks", invoices), { state: "done" }),
    solve: (call) => tickOff(call, invoices, "done"),
    slips: {
      "ticks another one off": (call) => tickOff(call, "Write to the bank", "done"),
      "cancels it": (call) => tickOff(call, invoices, "cancelled"),
    },
  },
  {
    id: "task-list-applied",
    prompt: "Put our task list for the first ten minutes on incident 303.",
    check: (result) => {
      const incident_id = result.find("incidents", 303).id;
      for (const title of ["Tell support", "Open the status page", "Check recent deploys"])
        result.added("incidents/tasks", { incident_id, title, state: "open" });
    },
    solve: (call) =>
      call("create_incident_task_list", { incident_id: "#303", task_list_id: "First ten minutes" }),
    slips: {
      "does it on another incident": (call) =>
        call("create_incident_task_list", { incident_id: "#301", task_list_id: "First ten minutes" }),
      "adds one task by hand": (call) =>
        call("create_incident_task", { incident_id: "#303", title: "Tell support" }),
    },
  },
  {
    id: "task-becomes-follow-up",
    prompt: `“${invoices}” won't be done during incident 303. Turn that task into a follow-up ticket.`,
    setUp: twoTasks,
    check: (result) => {
      result.removed(result.find("incidents/tasks", invoices));
      const incident_id = result.find("incidents", 303).id;
      result.added("ticketing/tickets", { incident_id, summary: invoices, type: "follow_up" });
    },
    solve: async (call) =>
      call("convert_incident_task", { incident_id: "#303", task_id: await taskId(call, invoices) }),
    slips: {
      "converts another one": async (call) =>
        call("convert_incident_task", {
          incident_id: "#303",
          task_id: await taskId(call, "Write to the bank"),
        }),
      "files a ticket and keeps the task": async (call) => fileTicket(call, "#303", invoices),
    },
  },
  {
    id: "ticket-filed",
    prompt:
      "File a follow-up ticket for incident 302, “Alert when the index is ten minutes behind”, with priority Urgent.",
    check: (result) =>
      void result.added("ticketing/tickets", {
        incident_id: result.find("incidents", 302).id,
        summary: "Alert when the index is ten minutes behind",
        priority_id: result.find("ticketing/priorities", "Urgent").id,
        type: "follow_up",
      }),
    solve: (call) => fileTicket(call, "#302", "Alert when the index is ten minutes behind", "Urgent"),
    slips: {
      "ties it to another incident": (call) =>
        fileTicket(call, "#301", "Alert when the index is ten minutes behind", "Urgent"),
      "leaves the priority out": (call) =>
        fileTicket(call, "#302", "Alert when the index is ten minutes behind"),
    },
  },
  {
    id: "ticket-done",
    prompt: "The ticket “Test the restore of backups” is done. Set it so.",
    setUp: ({ world }) => {
      for (const summary of ["Test the restore of backups", "Document the restore of backups"])
        world.add("ticketing/tickets", {
          summary,
          state: "open",
          type: "follow_up",
          tag_list: ["backups"],
          assignees: [],
        });
    },
    check: (result) =>
      result.changed(result.find("ticketing/tickets", "Test the restore of backups"), { state: "done" }),
    solve: (call) => closeTicket(call, "Test"),
    slips: {
      "takes the other one": (call) => closeTicket(call, "Document"),
      "deletes it": async (call) => call("delete_ticket", { ticket_id: await ticketId(call, "Test") }),
    },
  },
  {
    id: "change-recorded",
    prompt:
      "Record a change event for the release we just made: “Deploy fraud-scorer 4.2.0”, on fraud-scorer in Production.",
    check: (result) =>
      void result.added("changes/events", {
        summary: "Deploy fraud-scorer 4.2.0",
        services: ["fraud-scorer"],
        environments: ["Production"],
      }),
    solve: (call) => recordChange(call, "fraud-scorer"),
    slips: { "names another service": (call) => recordChange(call, "payments-api") },
  },
  {
    id: "change-suspected",
    prompt:
      "The deploy of payments-gateway 9.9.0 may be behind incident 303. Tie it to the incident as a suspect.",
    setUp: ({ world }) => {
      for (const version of ["9.9.0", "9.8.0"])
        world.add("changes/events", {
          summary: `Deploy payments-gateway ${version}`,
          starts_at: world.stamp(),
          services: [refTo(itemOf(world.store, "services", "payments-gateway"))],
          environments: [],
          labels: { version },
        });
    },
    check: (result) =>
      void result.added("incidents/related_change_events", {
        incident_id: result.find("incidents", 303).id,
        change_event_id: result.find("changes/events", "Deploy payments-gateway 9.9.0").id,
        type: "suspect",
      }),
    solve: (call) => suspect(call, "9.9.0", "suspect"),
    slips: {
      "takes it for sure": (call) => suspect(call, "9.9.0", "caused"),
      "suspects another release": (call) => suspect(call, "9.8.0", "suspect"),
    },
  },
  {
    id: "runbook-run",
    prompt:
      "Run the runbook “Payment failures” on incident 303. Its automatic steps run by themselves; I have done the last " +
      "step, “Ask a person”, so mark that as completed when it is its turn.",
    check: (result) =>
      void result.added("runbooks/executions", {
        incident_id: result.find("incidents", 303).id,
        runbook: "Payment failures",
        status: "completed",
        steps: (steps) => (steps as Loose[]).every(({ execution }) => execution.state === "completed"),
      }),
    solve: (call) => runToTheEnd(call, "Payment failures", "completed"),
    slips: {
      "leaves the last step": (call) => run(call, "Payment failures"),
      "dismisses the last step": (call) => runToTheEnd(call, "Payment failures", "dismissed"),
      "runs another one": (call) => runToTheEnd(call, "Search is down", "completed"),
    },
  },
];

function addCall(call: ToolCall, incident_id: string, assignee_id: string): Promise<void> {
  return call("create_incident_task", { incident_id, title: "Call the card network", assignee_id });
}

function twoTasks({ world }: Stage): void {
  const incident = itemOf(world.store, "incidents", 303);
  for (const title of [invoices, "Write to the bank"]) addTask(incident, { title }, world);
}

async function taskId(call: ToolCall, wanted: string): Promise<string> {
  const { items } = await call("list_incident_tasks", { incident_id: "#303" });
  return items.find(({ title }: Loose) => title === wanted).id;
}

async function tickOff(call: ToolCall, title: string, state: string): Promise<void> {
  await call("update_incident_task", { incident_id: "#303", task_id: await taskId(call, title), state });
}

async function fileTicket(call: ToolCall, number: string, summary: string, priority?: string): Promise<void> {
  const { id } = await call("get_incident", { incident_id: number });
  const args = { summary, related_to: `incident/${id}`, type: "follow_up" };
  await call("create_ticket", priority ? { ...args, priority_id: priority } : args);
}

async function ticketId(call: ToolCall, start: string): Promise<string> {
  const { items } = await call("list_tickets", { tags: ["backups"] });
  return items.find(({ summary }: Loose) => summary.startsWith(start)).id;
}

async function closeTicket(call: ToolCall, start: string): Promise<void> {
  await call("update_ticket", { ticket_id: await ticketId(call, start), state: "done" });
}

function recordChange(call: ToolCall, service: string): Promise<void> {
  const args = { summary: "Deploy fraud-scorer 4.2.0", services: [service], environments: ["Production"] };
  return call("create_change_event", args);
}

async function suspect(call: ToolCall, version: string, type: string): Promise<void> {
  const { items } = await call("list_change_events", { query: `payments-gateway ${version}` });
  await call("create_incident_change_event", { incident_id: "#303", change_event_id: items[0].id, type });
}

async function run(call: ToolCall, runbook_id: string): Promise<string> {
  const { id } = await call("get_incident", { incident_id: "#303" });
  const execution = await call("create_runbook_execution", { execute_for: `incident/${id}`, runbook_id });
  return execution.id;
}

/** Waits for the step that a person does. The rehearsal's clock advances with each request. */
async function runToTheEnd(call: ToolCall, runbook: string, state: string): Promise<void> {
  const execution_id = await run(call, runbook);
  for (let looks = 0; looks < 20; looks += 1) {
    const { steps } = await call("get_runbook_execution", { execution_id });
    if (!steps.name.endsWith("Ask a person")) continue;
    await call("update_runbook_execution_step", { execution_id, step_id: steps.id, state });
    return;
  }
}
