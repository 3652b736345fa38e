import { moveTo } from "../sandbox/behaviour/milestones.js";
import { tieTo } from "../sandbox/behaviour/relationships.js";
import { removeItem } from "../sandbox/store/crud.js";
import { itemOf } from "./check/find.js";
import { milestoneAt } from "./check/wants.js";
import { incidentOn } from "./stage.js";
import type { Loose, Stage, Scenario, ToolCall } from "./scenario.js";

/** Progress and end of incidents. */
export const lifecycleScenarios: readonly Scenario[] = [
  {
    id: "milestone-mitigated",
    prompt: "Incident 302 is mitigated as of now. Say so on it; it isn't resolved yet.",
    check: (result) => result.changed(result.find("incidents", 302), { current_milestone: "mitigated" }),
    solve: (call) => call("update_incident_impact", { incident_id: "#302", milestone: "mitigated" }),
    slips: {
      "resolves it": (call) => call("resolve_incident", { incident_id: "#302" }),
      "takes another incident": (call) =>
        call("update_incident_impact", { incident_id: "#303", milestone: "mitigated" }),
    },
  },
  {
    id: "milestone-earlier",
    prompt:
      "We acknowledged incident 303 five minutes earlier than it says. Correct that time, and only that.",
    check: (result) => {
      const incident = result.find("incidents", 303);
      const at = timeOf(incident.data.milestones, "acknowledged") - 300_000;
      result.changed(incident, { milestones: milestoneAt(incident, "acknowledged", at) });
    },
    solve: (call) => moveMilestone(call, "acknowledged", -5),
    slips: {
      "moves another milestone": (call) => moveMilestone(call, "investigating", -2),
      "moves it the other way": (call) => moveMilestone(call, "acknowledged", 2),
    },
  },
  {
    id: "resolve",
    prompt:
      "The mails go out once again, incident 301 is over. Resolve it; we close it after the retrospective.",
    check: (result) => result.changed(result.find("incidents", 301), { current_milestone: "resolved" }),
    solve: (call) => call("resolve_incident", { incident_id: "#301" }),
    slips: {
      "closes it": (call) => call("close_incident", { incident_id: "#301" }),
      "resolves another one": (call) => call("resolve_incident", { incident_id: "#302" }),
    },
  },
  {
    id: "close-with-children",
    prompt: "“Warehouse is cut off” and the incidents under it are over. Close all of them.",
    setUp: family,
    check: (result) => {
      for (const name of ["Warehouse is cut off", "Pick lists are late", "Stock counts are stale"])
        result.changed(result.find("incidents", name), { current_milestone: "closed" });
    },
    solve: async (call) => {
      const parent = await named(call, "Warehouse is cut off");
      const { children } = await call("get_incident_relationships", { incident_id: parent });
      await call("close_incident", { incident_id: parent });
      for (const { id } of children) {
        const { current_milestone } = await call("get_incident", { incident_id: id });
        if (current_milestone !== "closed") await call("close_incident", { incident_id: id });
      }
    },
    slips: {
      "closes a child alone": async (call) =>
        call("close_incident", { incident_id: await named(call, "Pick lists are late") }),
      "archives the parent": async (call) =>
        call("delete_incident", { incident_id: await named(call, "Warehouse is cut off") }),
      "closes a neighbour, too": async (call) => {
        await call("close_incident", { incident_id: await named(call, "Warehouse is cut off") });
        await call("close_incident", { incident_id: "#301" });
      },
    },
  },
  {
    id: "archive-duplicate",
    prompt: "“Cards don't work” is the same as incident 303. Archive the duplicate.",
    setUp: ({ world }) =>
      void incidentOn(
        "payments-gateway",
        { name: "Cards don't work", severity: "SEV2" },
        { minutes: 12 },
        world,
      ),
    check: (result) => result.removed(result.find("incidents", "Cards don't work")),
    solve: async (call) => call("delete_incident", { incident_id: await named(call, "Cards don't work") }),
    slips: {
      "archives the original": (call) => call("delete_incident", { incident_id: "#303" }),
      "closes it instead": async (call) =>
        call("close_incident", { incident_id: await named(call, "Cards don't work") }),
    },
  },
  {
    id: "bring-back",
    prompt: "Somebody archived incident 290 by mistake. Bring it back.",
    setUp: ({ world }) => {
      for (const number of [290, 291]) removeItem(itemOf(world.store, "incidents", number), world);
    },
    check: (result) => result.changed(result.find("incidents", 290), { archived: null, discarded_at: null }),
    solve: (call) => bringBack(call, 290),
    slips: { "brings another one back": (call) => bringBack(call, 291) },
  },
  {
    id: "reopen",
    prompt: "Incident 301 was resolved too early, mails go out twice again. Put it back to investigating.",
    setUp: ({ world }) => moveTo(itemOf(world.store, "incidents", 301), "resolved", world),
    check: (result) => result.changed(result.find("incidents", 301), { current_milestone: "investigating" }),
    solve: (call) => call("update_incident_impact", { incident_id: "#301", milestone: "investigating" }),
    slips: {
      "stops at mitigated": (call) =>
        call("update_incident_impact", { incident_id: "#301", milestone: "mitigated" }),
      "opens a new one": (call) => call("create_incident", { name: "Mails twice again", severity: "SEV4" }),
    },
  },
];

function timeOf(milestones: unknown, type: string): number {
  return Date.parse((milestones as Loose[]).find((one) => one.type === type).occurred_at);
}

async function moveMilestone(call: ToolCall, type: string, minutes: number): Promise<void> {
  const { milestones } = await call("get_incident", { incident_id: "#303", view: "full" });
  const occurred_at = new Date(timeOf(milestones, type) + minutes * 60_000).toISOString();
  await call("bulk_update_incident_milestones", { incident_id: "#303", milestones: [{ type, occurred_at }] });
}

function family({ world }: Stage): void {
  const on = (service: string, name: string, minutes: number) =>
    incidentOn(service, { name, severity: "SEV3" }, { minutes, milestone: "mitigated" }, world);
  const parent = on("warehouse-bridge", "Warehouse is cut off", 200);
  for (const child of [
    on("job-queue", "Pick lists are late", 190),
    on("inventory-service", "Stock counts are stale", 150),
  ])
    tieTo(child, parent, world);
}

async function named(call: ToolCall, name: string): Promise<string> {
  const { items } = await call("list_incidents", { name });
  return items[0].id;
}

async function bringBack(call: ToolCall, number: number): Promise<void> {
  const { items } = await call("list_incidents", { archived: true });
  const found = items.find((incident: Loose) => incident.number === number);
  await call("unarchive_incident", { incident_id: found.id });
}
