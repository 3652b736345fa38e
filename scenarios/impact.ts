import { addImpacts } from "../sandbox/behaviour/impacts.js";
import { itemOf } from "./check/find.js";
import { impactsWith } from "./check/wants.js";
import { incidentOn } from "./stage.js";
import type { Loose, Stage, Scenario, ToolCall } from "./scenario.js";

/** Impacts of incidents. */
export const impactScenarios: readonly Scenario[] = [
  {
    id: "impact-worse",
    prompt:
      "The search-indexer of incident 302 is not just slow any more, it is down. Set its condition to unavailable and " +
      "leave everything else as it is.",
    check: (result) => {
      const incident = result.find("incidents", 302);
      result.changed(incident, {
        impacts: impactsWith(incident, { "search-indexer": "Unavailable" }, result.world),
      });
    },
    solve: (call) => setImpact(call, "#302", "search-indexer", "Unavailable"),
    slips: {
      "sets another condition": (call) => setImpact(call, "#302", "search-indexer", "Bug"),
      "hits another service": (call) => setImpact(call, "#302", "search-api", "Unavailable"),
    },
  },
  {
    id: "impact-elsewhere",
    prompt:
      "Incident 302 is felt in Production EU as well, and customers' Searching suffers: both degraded. Add that.",
    check: (result) => {
      const incident = result.find("incidents", 302);
      const added = { "Production EU": "Degraded", Searching: "Degraded" };
      result.changed(incident, { impacts: impactsWith(incident, added, result.world) });
    },
    solve: (call) => addPlaces(call, "Production EU"),
    slips: { "takes the other site": (call) => addPlaces(call, "Staging") },
  },
  {
    id: "impact-taken-off",
    prompt: "search-api has nothing to do with incident 302, that was a mistake. Take it off the impact.",
    setUp: (stage) => hitToo(stage, 302, "search-api"),
    check: (result) => {
      const incident = result.find("incidents", 302);
      result.changed(incident, { impacts: impactsWith(incident, { "search-api": null }, result.world) });
    },
    solve: (call) => takeOff(call, "search-api"),
    slips: {
      "takes the other one off": (call) => takeOff(call, "search-indexer"),
      "clears everything": (call) => call("replace_incident_impact", { incident_id: "#302", impact: [] }),
    },
  },
  {
    id: "impact-all-wrong",
    prompt:
      "We were wrong about incident 302 altogether: the one and only thing hit is recommendations, degraded. Put that right.",
    check: (result) => {
      const impacts = [{ impact: "recommendations", condition: "Degraded" }];
      result.changed(result.find("incidents", 302), { impacts });
    },
    solve: (call) => degradeOnly(call, "#302", "recommendations"),
    slips: {
      "adds where it should replace": (call) => setImpact(call, "#302", "recommendations", "Degraded"),
      "replaces that of another incident": (call) => degradeOnly(call, "#303", "recommendations"),
    },
  },
  {
    id: "impact-ambiguous-service",
    prompt:
      "The pricing-engine that the Checkout team owns is degraded by incident 302. Add it. Mind that there is another " +
      "one of that name.",
    setUp: secondEngine,
    check: (result) => {
      const incident = result.find("incidents", 302);
      const wanted = result.before.store.all("services").find(({ data }) => data.slug === "pricing-engine");
      const before = impactsWith(incident, {}, result.world) as Loose[];
      const added = { impact: (ref: Loose) => ref.id === wanted?.id, condition: "Degraded" };
      result.changed(incident, { impacts: [...before, added] });
    },
    solve: (call) => hitEngineOf(call, "Checkout"),
    slips: { "takes the other one": (call) => hitEngineOf(call, "Data Platform") },
  },
  {
    id: "impact-of-the-right-one",
    prompt:
      "Two incidents are open on image-resizer. The one about wrong colours turns out to hit storefront-web, too " +
      "(Bug). Add it there.",
    setUp: ({ world }) => {
      incidentOn(
        "image-resizer",
        { name: "Pictures have wrong colours", severity: "SEV4" },
        { minutes: 80 },
        world,
      );
      incidentOn("image-resizer", { name: "Pictures load slowly", severity: "SEV4" }, { minutes: 30 }, world);
    },
    check: (result) => {
      const incident = result.find("incidents", "Pictures have wrong colours");
      result.changed(incident, { impacts: impactsWith(incident, { "storefront-web": "Bug" }, result.world) });
    },
    solve: (call) => hitFound(call, "colours"),
    slips: { "takes the newest": (call) => hitFound(call, "Pictures") },
  },
];

/** Adds to an incident's impact. */
async function setImpact(
  call: ToolCall,
  incident_id: string,
  id: string,
  condition_id: string,
): Promise<void> {
  await call("update_incident_impact", { incident_id, impact: [{ id, condition_id }] });
}

async function degradeOnly(call: ToolCall, incident_id: string, id: string): Promise<void> {
  await call("replace_incident_impact", { incident_id, impact: [{ id, condition_id: "Degraded" }] });
}

async function addPlaces(call: ToolCall, site: string): Promise<void> {
  const impact = [site, "Searching"].map((id) => ({ id, condition_id: "Degraded" }));
  await call("update_incident_impact", { incident_id: "#302", impact });
}

function takeOff(call: ToolCall, id: string): Promise<void> {
  return call("delete_incident_impact", { incident_id: "#302", type: "services", incident_impact_id: id });
}

function hitToo({ world }: Stage, number: number, service: string): void {
  const condition_id = itemOf(world.store, "severity_matrix/conditions", "Degraded").id;
  const { id } = itemOf(world.store, "services", service);
  addImpacts(itemOf(world.store, "incidents", number), [{ id, condition_id }], world);
}

function secondEngine({ world }: Stage): void {
  const { id: _, ...fields } = itemOf(world.store, "services", "report-builder").data;
  world.add("services", {
    ...fields,
    name: "pricing-engine",
    slug: "pricing-engine-2",
    description: "Prices of the past.",
  });
}

async function hitEngineOf(call: ToolCall, team: string): Promise<void> {
  const { items } = await call("list_services", { name: "pricing-engine" });
  const engine = items.find(({ owner }: Loose) => owner.name === team);
  await setImpact(call, "#302", engine.id, "Degraded");
}

async function hitFound(call: ToolCall, name: string): Promise<void> {
  const { items } = await call("list_incidents", { name, status: "active" });
  await setImpact(call, items[0].id, "storefront-web", "Bug");
}
