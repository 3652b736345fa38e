import { impactsWith, internal } from "./check/wants.js";
import type { Scenario, ToolCall } from "./scenario.js";

/** The most typical scenarios. */
export const headlineScenarios: readonly Scenario[] = [
  {
    id: "declare-and-page",
    prompt:
      "Production-DB is slow for everybody, queries take ten seconds. Declare a SEV2 for it, with Production-DB as " +
      "degraded, and page the Payments team about it.",
    check: (result) => {
      const impacts = [{ impact: "Production-DB", condition: "Degraded" }];
      result.within(result.added("incidents", { severity: "SEV2", impacts }));
      result.paged({ team_id: result.find("teams", "Payments").id });
    },
    solve: (call) => declareAndPage(call, {}),
    slips: {
      "pages another team": (call) => declareAndPage(call, { team: "Checkout" }),
      "declares a SEV3": (call) => declareAndPage(call, { severity: "SEV3" }),
      "pages nobody": (call) => declareAndPage(call, { team: null }),
      "names another service": (call) => declareAndPage(call, { service: "payments-api" }),
      "declares it twice": async (call) => {
        await declareAndPage(call, { team: null });
        await declareAndPage(call, {});
      },
    },
  },
  {
    id: "widen-and-note",
    prompt:
      "Incident 302 is worse than we thought: search-api is degraded now, too. Widen its impact by that, and put an " +
      "internal note on it that says “Searches time out for one customer in five.”",
    check: (result) => {
      const incident = result.find("incidents", 302);
      const impacts = impactsWith(incident, { "search-api": "Degraded" }, result.world);
      result.changed(incident, { impacts });
      result.added("incidents/notes", {
        incident_id: incident.id,
        body: /searches time out for one customer in five/i,
        visibility: internal,
      });
    },
    solve: (call) => widenAndNote(call, {}),
    slips: {
      "replaces the impact": (call) => widenAndNote(call, { tool: "replace_incident_impact" }),
      "writes to the public": (call) => widenAndNote(call, { visibility: "open_to_public" }),
      "takes another incident": (call) => widenAndNote(call, { number: "#301" }),
      "leaves the note out": (call) => widenAndNote(call, { visibility: null }),
    },
  },
];

interface Declaring {
  readonly severity?: string;
  readonly service?: string;
  readonly team?: string | null;
}

async function declareAndPage(
  call: ToolCall,
  { severity = "SEV2", service = "Production-DB", team = "Payments" }: Declaring,
): Promise<void> {
  const incident = await call("create_incident", {
    name: "Production-DB answers slowly",
    severity,
    impacts: [{ type: "service", id: service, condition_id: "Degraded" }],
  });
  if (team === null) return;
  const summary = `#${incident.number}: Production-DB answers slowly`;
  await call("create_page", { summary, target_type: "Team", target_id: team });
}

interface Widening {
  readonly tool?: string;
  readonly number?: string;
  readonly visibility?: string | null;
}

async function widenAndNote(
  call: ToolCall,
  { tool = "update_incident_impact", number = "#302", visibility = "private_to_org" }: Widening,
): Promise<void> {
  const impact = [{ id: "search-api", condition_id: "Degraded" }];
  await call(tool, { incident_id: number, impact });
  if (visibility === null) return;
  const body = "Searches time out for one customer in five.";
  await call("create_incident_note", { incident_id: number, body, visibility });
}
