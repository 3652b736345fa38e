import { Ref } from "../sandbox/store/store.js";
import type { World } from "../sandbox/world.js";
import { itemOf } from "./check/find.js";
import type { Result } from "./check/result.js";
import type { Loose, Scenario, ToolCall } from "./scenario.js";

/** Services, their dependencies, where they run, and what customers do with them. */
export const catalogueScenarios: readonly Scenario[] = [
  {
    id: "service-added",
    prompt:
      "We have a new service, “gift-cards”, tier 2, owned by the Checkout team. Put it into the catalogue.",
    check: (result) =>
      void result.added("services", { name: "gift-cards", service_tier: 2, owner: "Checkout" }),
    solve: (call) => addService(call, "Checkout", 2),
    slips: {
      "gives it to another team": (call) => addService(call, "Payments", 2),
      "mistakes the tier": (call) => addService(call, "Checkout", 1),
    },
  },
  {
    id: "dependency-added",
    prompt:
      "voucher-service calls account-service now. Record that voucher-service depends on account-service.",
    check: (result) =>
      void result.added("service_dependencies", {
        service: "voucher-service",
        connected_service: "account-service",
      }),
    solve: (call) => depend(call, "voucher-service", "account-service"),
    slips: { "turns it round": (call) => depend(call, "account-service", "voucher-service") },
  },
  {
    id: "owner-changed",
    prompt: "feature-flags moves from Data Platform to Infrastructure. Change its owner, nothing else.",
    check: (result) => result.changed(result.find("services", "feature-flags"), { owner: "Infrastructure" }),
    solve: (call) => call("update_service", { service_id: "feature-flags", owner: { id: "Infrastructure" } }),
    slips: {
      "gives another service away": (call) =>
        call("update_service", { service_id: "event-stream", owner: { id: "Infrastructure" } }),
      "only calls in the team": (call) =>
        call("update_service", { service_id: "feature-flags", teams: [{ id: "Infrastructure" }] }),
    },
  },
  {
    id: "functionality-widened",
    prompt: "Paying needs fraud-scorer, too. Add it to that functionality; the services that are in it stay.",
    check: (result) => {
      const paying = result.find("functionalities", "Paying");
      result.changed(paying, { services: [...servicesOf(paying, result), "fraud-scorer"] });
    },
    solve: (call) => widen(call, {}),
    slips: {
      "throws the others out": (call) => widen(call, { remove_remaining_services: true }),
      "widens another one": (call) =>
        call("update_functionality", { functionality_id: "Ordering", services: [{ id: "fraud-scorer" }] }),
    },
  },
  {
    id: "environment-added",
    prompt:
      "We open a third site. Add an environment “Production US” with search-api and storefront-web in it.",
    check: (result) =>
      void result.added("environments", {
        name: "Production US",
        services: ["search-api", "storefront-web"],
      }),
    solve: (call) => addSite(call, ["search-api", "storefront-web"]),
    slips: { "forgets a service": (call) => addSite(call, ["search-api"]) },
  },
  {
    id: "tier-zero",
    prompt: "Which services are tier 0, so that their failure takes everything down?",
    answer: {
      form: "<names of services, separated by commas>",
      right: (world) =>
        world.store
          .all("services")
          .flatMap(({ data }) => (data.service_tier === 0 ? [String(data.name)] : [])),
    },
    solve: (call) => ofTier(call, "0"),
    slips: { "names the next tier": (call) => ofTier(call, "1") },
  },
  {
    id: "services-of-a-team",
    prompt: "Which services does the Fulfilment team own?",
    answer: {
      form: "<names of services, separated by commas>",
      right: (world) => ownedBy("Fulfilment", world),
    },
    solve: (call) => servicesOwned(call, "Fulfilment"),
    slips: { "asks for another team": (call) => servicesOwned(call, "Checkout") },
  },
  {
    id: "import-done",
    prompt: (world) =>
      `Import this into our service catalogue (catalogue id ${catalogId(world, "Service catalogue")}), and be done only ` +
      `once it is in: ${entry("loyalty-points")}`,
    check: (result) => {
      result.added("services", { name: "loyalty-points", service_tier: 3 });
      result.changed(result.find("catalogs", "Service catalogue"), { state: "completed" });
    },
    solve: async (call, prompt) => {
      await ingest(call, prompt, entry("loyalty-points"));
      await appeared(call, "loyalty-points");
    },
    slips: {
      "does not wait": (call, prompt) => ingest(call, prompt, entry("loyalty-points")),
      "sends something unreadable": async (call, prompt) => {
        await ingest(call, prompt, entry("loyalty-points").slice(1));
        await appeared(call, "loyalty-points");
      },
    },
  },
  {
    id: "import-stuck",
    prompt: (world) =>
      `Import this into catalogue ${catalogId(world, "Legacy catalogue")}: ${entry("old-coupons")} Imports hang at times. ` +
      "If the service isn't there after half a minute, leave it at that and tell me.",
    answer: { form: "imported | stuck", right: () => "stuck" },
    solve: async (call, prompt) => {
      await ingest(call, prompt, entry("old-coupons"));
      return (await appeared(call, "old-coupons")) ? "imported" : "stuck";
    },
    slips: {
      "takes accepted for done": async (call, prompt) => {
        await ingest(call, prompt, entry("old-coupons"));
        return "imported";
      },
      "helps itself": async (call) => {
        await call("create_service", { name: "old-coupons", service_tier: 3 });
        return "stuck";
      },
    },
  },
];

function addService(call: ToolCall, team: string, service_tier: number): Promise<void> {
  return call("create_service", { name: "gift-cards", service_tier, owner: { id: team } });
}

function depend(call: ToolCall, service_id: string, connected_service_id: string): Promise<void> {
  return call("create_service_dependency", { service_id, connected_service_id });
}

function servicesOf(functionality: Loose, { world }: Result): string[] {
  return functionality.data.services.map((ref: Ref) => String(world.resolve(ref)?.data.name));
}

function widen(call: ToolCall, more: object): Promise<void> {
  return call("update_functionality", {
    functionality_id: "Paying",
    services: [{ id: "fraud-scorer" }],
    ...more,
  });
}

function addSite(call: ToolCall, services: readonly string[]): Promise<void> {
  return call("create_environment", { name: "Production US", services: services.map((id) => ({ id })) });
}

async function ofTier(call: ToolCall, tiers: string): Promise<string> {
  const { items } = await call("list_services", { tiers, limit: 100 });
  return items.map(({ name }: Loose) => name).join(", ");
}

function ownedBy(team: string, world: World): string[] {
  const { id } = itemOf(world.store, "teams", team);
  const owned = world.store
    .all("services")
    .filter(({ data }) => data.owner instanceof Ref && data.owner.id === id);
  return owned.map(({ data }) => String(data.name));
}

async function servicesOwned(call: ToolCall, owner: string): Promise<string> {
  const { items } = await call("list_services", { owner, limit: 100 });
  return items.map(({ name }: Loose) => name).join(", ");
}

function entry(name: string): string {
  return JSON.stringify([{ name, description: "Taken over from the old list.", service_tier: 3 }]);
}

function catalogId(world: World, name: string): string {
  return itemOf(world.store, "catalogs", name).id;
}

/** Imports into the catalogue whose id the prompt names. */
async function ingest(call: ToolCall, prompt: string, data: string): Promise<void> {
  const catalog_id = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(prompt)![0];
  await call("ingest_catalog_data", { catalog_id, data, encoding: "application/json" });
}

async function appeared(call: ToolCall, query: string): Promise<boolean> {
  for (let looks = 0; looks < 12; looks += 1) {
    const { items } = await call("list_services", { query });
    if (items?.length > 0) return true;
  }
  return false;
}
