import { setAlertStatus } from "../sandbox/behaviour/alerts.js";
import { alertOn } from "./stage.js";
import type { Loose, Scenario, ToolCall } from "./scenario.js";

const noisy = "Error rate of help-center above 12 %";

/** Paging people, and the rules for it. */
export const pagingScenarios: readonly Scenario[] = [
  {
    id: "page-person",
    prompt: "Wake Hana Sato, we need her to look at cart-service. Nobody else, please.",
    check: (result) => result.paged({ type: "User", name: "Hana Sato" }),
    solve: (call) => page(call, "User", "Hana Sato"),
    slips: {
      "wakes her team": (call) => page(call, "Team", "Checkout"),
      "wakes someone else": (call) => page(call, "User", "Maya Okafor"),
      "wakes her twice": async (call) => {
        await page(call, "User", "Hana Sato");
        await page(call, "User", "Hana Sato");
      },
    },
  },
  {
    id: "page-by-policy",
    prompt: "Sign-ins fail. Page by the escalation policy of Identity, so that it goes on if nobody answers.",
    check: (result) => result.paged({ type: "EscalationPolicy", name: "Identity escalation" }),
    solve: (call) => pageByPolicy(call, "Identity"),
    slips: {
      "pages another policy": (call) => pageByPolicy(call, "Infrastructure"),
      "pages the schedule alone": (call) => page(call, "OnCallSchedule", "Identity on call"),
    },
  },
  {
    id: "page-owners",
    prompt:
      "tracking-service loses parcels. Page the person on call at the team that owns it, by their schedule.",
    check: (result) => result.paged({ type: "OnCallSchedule", name: "Fulfilment on call" }),
    solve: async (call) => {
      const { owner } = await call("get_service", { service_id: "tracking-service" });
      await page(call, "OnCallSchedule", `${owner.name} on call`);
    },
    slips: {
      "pages those it depends on": (call) => page(call, "OnCallSchedule", "Data Platform on call"),
      "declares an incident as well": async (call) => {
        await page(call, "OnCallSchedule", "Fulfilment on call");
        await call("create_incident", { name: "Parcels are lost", severity: "SEV3" });
      },
    },
  },
  {
    id: "open-alerts",
    prompt: "Which services have alerts that nobody has acknowledged yet?",
    setUp: ({ world }) => {
      alertOn("image-resizer", "Error rate of image-resizer above 21 %", 9, world);
      alertOn("job-queue", "Error rate of job-queue above 18 %", 4, world);
      setAlertStatus(
        alertOn("search-api", "Error rate of search-api above 16 %", 7, world),
        "acknowledged",
        world,
      );
    },
    answer: { form: "<names of services, separated by commas>", right: () => ["image-resizer", "job-queue"] },
    solve: (call) => servicesWith(call, "opened"),
    slips: { "counts acknowledged ones": (call) => servicesWith(call, "opened,acknowledged") },
  },
  {
    id: "alert-is-noise",
    prompt: `The open alert “${noisy}” comes every Monday and means nothing. Mark it as noise.`,
    setUp: ({ world }) => {
      alertOn("help-center", noisy, 15, world);
      alertOn("help-center", "Error rate of help-center above 31 %", 3, world);
    },
    check: (result) => result.changed(result.find("alerts", noisy), { is_noise: true }),
    solve: (call) => markNoise(call, noisy),
    slips: { "marks the other one": (call) => markNoise(call, "Error rate of help-center above 31 %") },
  },
  {
    id: "alert-attached",
    prompt: `The alert “${noisy}” belongs to incident 302 after all. Attach it there.`,
    setUp: ({ world }) => void alertOn("help-center", noisy, 15, world),
    check: (result) => {
      const alert_id = result.find("alerts", noisy).id;
      result.added("incidents/alerts", { incident_id: result.find("incidents", 302).id, alert_id });
    },
    solve: (call) => attach(call, "#302"),
    slips: {
      "attaches it elsewhere": (call) => attach(call, "#301"),
      "sends a new page instead": (call) => page(call, "Team", "Customer Experience"),
    },
  },
  {
    id: "escalation-slower",
    prompt:
      "The first step of Identity's escalation policy should wait ten minutes before the next one, not five. Change " +
      "nothing else about the policy.",
    check: (result) => {
      const policy = result.find("teams/escalation_policies", "Identity escalation");
      const [first, ...others] = policy.data.steps as Loose[];
      const targets = (step: Loose) => step.targets.map(({ id }: Loose) => ({ id }));
      const wanted = [
        { position: 0, timeout: "PT10M", targets: targets(first) },
        ...others.map((step) => ({ position: step.position, timeout: step.timeout, targets: targets(step) })),
      ];
      result.changed(policy, { steps: wanted });
    },
    solve: (call) => slowDown(call, (steps) => steps),
    slips: {
      "loses the other steps": (call) => slowDown(call, (steps) => steps.slice(0, 1)),
      "turns them round": (call) => slowDown(call, (steps) => [...steps].reverse()),
    },
  },
  {
    id: "escalation-made",
    prompt:
      "Make an escalation policy “Refunds” for the Payments team: Noor Haddad first, after 15 minutes Tomás Rey. It must " +
      "not become the team's default.",
    check: (result) => {
      const step = (position: number, name: string) => ({ position, targets: [{ type: "User", name }] });
      result.added("teams/escalation_policies", {
        name: "Refunds",
        team_id: result.find("teams", "Payments").id,
        default: false,
        steps: [{ ...step(0, "Noor Haddad"), timeout: "PT15M" }, step(1, "Tomás Rey")],
      });
    },
    solve: (call) => makePolicy(call, {}),
    slips: {
      "makes it the default": (call) => makePolicy(call, { default: true }),
      "waits too long": (call) => makePolicy(call, {}, "PT50M"),
    },
  },
];

function page(call: ToolCall, target_type: string, target_id: string): Promise<void> {
  return call("create_page", { summary: "We need a hand", target_type, target_id });
}

async function pageByPolicy(call: ToolCall, team_id: string): Promise<void> {
  const { items } = await call("list_team_escalation_policies", { team_id });
  await page(call, "EscalationPolicy", items[0].id);
}

async function servicesWith(call: ToolCall, statuses: string): Promise<string> {
  const { items } = await call("list_alerts", { statuses, view: "full", limit: 5 });
  return items.flatMap(({ services }: Loose) => services.map(({ name }: Loose) => name)).join(", ");
}

async function alertId(call: ToolCall, query: string): Promise<string> {
  const { items } = await call("list_alerts", { query, statuses: ["opened"] });
  return items[0].id;
}

async function markNoise(call: ToolCall, summary: string): Promise<void> {
  await call("update_signals_alert", { alert_id: await alertId(call, summary), noise: true });
}

async function attach(call: ToolCall, incident_id: string): Promise<void> {
  await call("create_incident_alert", { incident_id, items: [await alertId(call, noisy)] });
}

async function slowDown(call: ToolCall, arrange: (steps: Loose[]) => Loose[]): Promise<void> {
  const place = { team_id: "Identity", id: "Identity escalation" };
  const { steps } = await call("get_team_escalation_policy", { ...place, view: "full" });
  const sent = steps.map(({ targets, timeout, position }: Loose) => ({
    targets: targets.map(({ id, type }: Loose) => ({ id, type })),
    timeout: position === 0 ? "PT10M" : timeout,
  }));
  await call("update_team_escalation_policy", { ...place, steps: arrange(sent) });
}

function makePolicy(call: ToolCall, more: object, timeout = "PT15M"): Promise<void> {
  const step = (id: string, wait: string) => ({ targets: [{ id, type: "User" }], timeout: wait });
  const steps = [step("Noor Haddad", timeout), step("Tomás Rey", "PT15M")];
  return call("create_team_escalation_policy", { team_id: "Payments", name: "Refunds", steps, ...more });
}
