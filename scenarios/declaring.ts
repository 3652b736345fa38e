import { around, internal } from "./check/wants.js";
import { alertOn, minutesAgo } from "./stage.js";
import { timesIn, type Scenario, type ToolCall } from "./scenario.js";

const alertText = "Error rate of order-service above 14 %";

/** Declaring incidents. */
export const declaringScenarios: readonly Scenario[] = [
  {
    id: "declare-from-type",
    prompt:
      "Someone who has left the company still signs in to admin-permissions. Open an incident of our security type " +
      "for it, named “Stranger in admin-permissions”. Let the type decide the rest.",
    check: (result) => {
      const incident = result.added("incidents", {
        name: "Stranger in admin-permissions",
        incident_type: "Security",
        severity: "SEV2",
        restricted: true,
      });
      result.added("runbooks/executions", { runbook: "Major incident" });
      result.within(incident);
    },
    solve: (call) => call("create_incident", { ...stranger, incident_type_id: "Security" }),
    slips: {
      "sets the severity and no type": (call) => call("create_incident", { ...stranger, severity: "SEV2" }),
      "takes another type": (call) =>
        call("create_incident", { ...stranger, incident_type_id: "Shop outage" }),
    },
  },
  {
    id: "declare-from-alert",
    prompt: `The alert “${alertText}” is real, customers can't order. Declare a SEV2 from it, so that the alert hangs on the incident.`,
    setUp: ({ world }) => {
      alertOn("order-service", alertText, 6, world);
      alertOn("order-service", "Error rate of order-service above 11 %", 90, world);
    },
    check: (result) => {
      const incident = result.added("incidents", { severity: "SEV2" });
      const alert_id = result.find("alerts", alertText).id;
      result.added("incidents/alerts", { incident_id: incident?.id ?? null, alert_id });
      result.within(incident);
    },
    solve: (call) => declareFromAlert(call, alertText),
    slips: {
      "forgets the alert": (call) => call("create_incident", { name: "No orders", severity: "SEV2" }),
      "takes the older alert": (call) => declareFromAlert(call, "Error rate of order-service above 11 %"),
    },
  },
  {
    id: "declare-as-of-then",
    prompt: (world) =>
      "checkout-web is down. Declare a SEV1 with it as unavailable. It has been so since " +
      `${world.stamp(minutesAgo(25, world.now()))}, so let the incident have started then.`,
    check: (result) => {
      const incident = result.added("incidents", {
        severity: "SEV1",
        impacts: [{ impact: "checkout-web", condition: "Unavailable" }],
        started_at: around(minutesAgo(25, result.before.at)),
      });
      result.within(incident);
    },
    solve: (call, prompt) => declareAsOf(call, prompt, 0),
    slips: {
      "has it start now": (call, prompt) => declareAsOf(call, prompt, 25),
      "mistakes the hour": (call, prompt) => declareAsOf(call, prompt, -60),
    },
  },
  {
    id: "declare-two-conditions",
    prompt:
      "product-service is unavailable, and search-api is degraded because of it. Declare one SEV2 that says both.",
    check: (result) => {
      const impacts = [
        { impact: "product-service", condition: "Unavailable" },
        { impact: "search-api", condition: "Degraded" },
      ];
      result.within(result.added("incidents", { severity: "SEV2", impacts }));
    },
    solve: (call) => declareTwo(call, "Degraded"),
    slips: {
      "calls both unavailable": (call) => declareTwo(call, "Unavailable"),
      "makes two incidents of it": async (call) => {
        for (const [id, condition_id] of [
          ["product-service", "Unavailable"],
          ["search-api", "Degraded"],
        ])
          await call("create_incident", {
            name: `${id} in trouble`,
            severity: "SEV2",
            impacts: [{ type: "service", id, condition_id }],
          });
      },
    },
  },
  {
    id: "declare-with-field",
    prompt:
      "Customers in Europe wait for mails. Declare a SEV4 named “Mails are late” and set our custom field Region to eu on it.",
    check: (result) => {
      const custom_fields = [{ display_name: "Region", value_string: "eu" }];
      result.within(result.added("incidents", { name: "Mails are late", severity: "SEV4", custom_fields }));
    },
    solve: (call) => declareInRegion(call, "eu"),
    slips: {
      "sets another region": (call) => declareInRegion(call, "us"),
      "makes a tag of it": (call) =>
        call("create_incident", { name: "Mails are late", severity: "SEV4", tag_list: ["eu"] }),
    },
  },
  {
    id: "declare-with-team-and-runbook",
    prompt:
      "Cards are declined all over. Declare a SEV1 named “Cards declined” on payments-api (unavailable), assign the " +
      "Payments team to it and attach the runbook for payment failures. Don't page anybody, we are all here.",
    check: (result) => {
      const incident = result.added("incidents", {
        name: "Cards declined",
        severity: "SEV1",
        impacts: [{ impact: "payments-api", condition: "Unavailable" }],
      });
      const incident_id = incident?.id ?? null;
      result.added("incidents/team_assignments", { incident_id, team: "Payments" });
      result.added("runbooks/executions", { incident_id, runbook: "Payment failures" });
      result.within(incident);
    },
    solve: (call) => declareDeclined(call, "Payment failures"),
    slips: {
      "attaches another runbook": (call) => declareDeclined(call, "Major incident"),
      "pages although told not to": async (call) => {
        await declareDeclined(call, "Payment failures");
        await call("create_page", { summary: "Cards declined", target_type: "Team", target_id: "Payments" });
      },
    },
  },
  {
    id: "declare-unless-known",
    prompt:
      "Support has forty tickets that card payments through payments-gateway fail. If an active incident is about " +
      "that, put an internal note on it that says “Support has forty tickets.” Otherwise declare a SEV2.",
    check: (result) => {
      const incident_id = result.find("incidents", 303).id;
      result.added("incidents/notes", { incident_id, body: /forty tickets/i, visibility: internal });
    },
    solve: async (call) => {
      const { items } = await call("list_incidents", { status: "active", services: ["payments-gateway"] });
      const body = "Support has forty tickets.";
      await call("create_incident_note", { incident_id: items[0].id, body, visibility: "private_to_org" });
    },
    slips: {
      "declares another one": (call) =>
        call("create_incident", {
          name: "Card payments fail",
          severity: "SEV2",
          impacts: [{ type: "service", id: "payments-gateway", condition_id: "Degraded" }],
        }),
      "notes it on an old one": async (call) => {
        const { items } = await call("list_incidents", {
          status: "inactive",
          services: ["payments-gateway"],
        });
        await call("create_incident_note", { incident_id: items[0].id, body: "Support has forty tickets." });
      },
    },
  },
];

const stranger = { name: "Stranger in admin-permissions" };

async function declareFromAlert(call: ToolCall, summary: string): Promise<void> {
  const { items } = await call("list_alerts", { query: summary, statuses: ["opened"] });
  await call("create_incident", { name: "No orders", severity: "SEV2", alert_ids: [items[0].id] });
}

async function declareAsOf(call: ToolCall, prompt: string, later: number): Promise<void> {
  const occurred_at = new Date(timesIn(prompt)[0]! + later * 60_000).toISOString();
  await call("create_incident", {
    name: "checkout-web is down",
    severity: "SEV1",
    impacts: [{ type: "service", id: "checkout-web", condition_id: "Unavailable" }],
    milestones: [{ type: "started", occurred_at }],
  });
}

async function declareTwo(call: ToolCall, second: string): Promise<void> {
  await call("create_incident", {
    name: "product-service is down",
    severity: "SEV2",
    impacts: [
      { type: "service", id: "product-service", condition_id: "Unavailable" },
      { type: "service", id: "search-api", condition_id: second },
    ],
  });
}

function declareInRegion(call: ToolCall, value_string: string): Promise<void> {
  const custom_fields = [{ field_id: "Region", value_string }];
  return call("create_incident", { name: "Mails are late", severity: "SEV4", custom_fields });
}

function declareDeclined(call: ToolCall, runbook: string): Promise<void> {
  return call("create_incident", {
    name: "Cards declined",
    severity: "SEV1",
    impacts: [{ type: "service", id: "payments-api", condition_id: "Unavailable" }],
    team_ids: ["Payments"],
    runbook_ids: [runbook],
  });
}
