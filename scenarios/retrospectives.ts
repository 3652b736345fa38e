import { openReport } from "../sandbox/behaviour/post-mortems.js";
import { openRetrospective } from "../sandbox/behaviour/retrospectives.js";
import type { Item } from "../sandbox/store/store.js";
import { itemOf } from "./check/find.js";
import type { Result } from "./check/result.js";
import { incidentOn } from "./stage.js";
import type { Loose, Stage, Scenario, ToolCall } from "./scenario.js";

const outage = "Sign-in failed for an hour";
const happened = "Nobody could sign in for an hour.";
const cause = "A certificate of the token-issuer had expired.";

/** Learning after an incident. */
export const retrospectiveScenarios: readonly Scenario[] = [
  {
    id: "retrospective-opened",
    prompt:
      `Open a retrospective for “${outage}” from our template “Full retrospective” and fill in two of its fields. ` +
      `What happened: “${happened}” What caused it: “${cause}” The others stay empty.`,
    setUp: (stage) => void past(stage),
    check: (result) => {
      const made = result.added("incidents/retrospectives", {
        incident_id: result.find("incidents", outage).id,
        name: "Full retrospective",
      });
      const fields = result.world.store.children("incidents/retrospectives/fields", made?.id ?? "");
      expectValue(result, fields, "What happened?", /nobody could sign in/i);
      expectValue(result, fields, "What caused it?", /certificate .* expired/i);
      result.allow("incidents/retrospectives/fields", ({ parents }) => parents.retrospective_id === made?.id);
    },
    solve: (call) =>
      openWithFields(call, "Full retrospective", { "What happened?": happened, "What caused it?": cause }),
    slips: {
      "forgets the template's fields": (call) => openWithFields(call, "Full retrospective", {}),
      "fills in one of them": (call) =>
        openWithFields(call, "Full retrospective", { "What happened?": happened }),
      "takes the brief template": (call) =>
        openWithFields(call, "Brief retrospective", { "What happened?": happened }),
      "opens the older kind": async (call) => {
        const incident_id = await incidentId(call);
        await call("create_post_mortem_report", { incident_id });
      },
    },
  },
  {
    id: "report-opened",
    prompt: `Create a post-mortem report for “${outage}” with the summary “${cause}”`,
    setUp: (stage) => void past(stage),
    check: (result) => {
      const incident = result.find("incidents", outage);
      result.added("post_mortems/reports", { incident_id: incident.id, summary: /certificate .* expired/i });
      result.changed(incident, { report_id: (id) => typeof id === "string" });
    },
    solve: (call) => report(call, cause),
    slips: {
      "forgets the summary": (call) => report(call, null),
      "writes another one": (call) => report(call, "Nobody knows why."),
      "writes it on the incident": async (call) => {
        await report(call, null);
        await call("update_incident", { incident_id: await incidentId(call), summary: cause });
      },
    },
  },
  {
    id: "retrospective-choice",
    prompt: `In the retrospective of “${outage}”, set how it was noticed: a customer told us.`,
    setUp: withRetrospective,
    check: (result) => changedField(result, "How was it noticed?", "customer"),
    solve: (call) => choose(call, "How was it noticed?", "customer"),
    slips: {
      "chooses another answer": (call) => choose(call, "How was it noticed?", "colleague"),
      "writes it elsewhere": (call) => choose(call, "What happened?", "customer"),
    },
  },
  {
    id: "retrospective-changes",
    prompt:
      `Add one entry to “What do we change?” in the retrospective of “${outage}”: “Renew certificates by a job.” ` +
      "Nothing else in it changes.",
    setUp: withRetrospective,
    check: (result) => {
      const isWanted = (value: unknown) =>
        Array.isArray(value) &&
        value.length === 1 &&
        /renew certificates by a job/i.test(JSON.stringify(value));
      changedField(result, "What do we change?", isWanted);
    },
    solve: (call) => addChange(call, "Renew certificates by a job."),
    slips: {
      "leaves it empty": (call) => addChange(call, null),
      "writes it as what happened": (call) => choose(call, "What happened?", "Renew certificates by a job."),
    },
  },
  {
    id: "reason-added",
    prompt: `Add a reason to the post-mortem report of “${outage}”: “No alert before a certificate expires.”`,
    setUp: withReport,
    check: (result) =>
      void result.added("post_mortems/reports/reasons", {
        report_id: reportOf(result).id,
        summary: /no alert before a certificate expires/i,
      }),
    solve: async (call) => {
      const summary = "No alert before a certificate expires.";
      await call("create_post_mortem_reason", { report_id: await reportId(call), summary });
    },
    slips: {
      "overwrites the summary": async (call) => {
        const summary = "No alert before a certificate expires.";
        await call("update_post_mortem_report", { report_id: await reportId(call), summary });
      },
    },
  },
  {
    id: "report-published",
    prompt: `The post-mortem report of “${outage}” is agreed. Publish it.`,
    setUp: withReport,
    check: (result) => result.changed(reportOf(result), { published_at: (at) => typeof at === "string" }),
    solve: async (call) => call("publish_post_mortem_report", { report_id: await reportId(call) }),
    slips: {
      "publishes another one": async (call) => {
        const { items } = await call("list_post_mortem_reports");
        const own = await reportId(call);
        const other = items.find(({ id }: Loose) => id !== own);
        await call("publish_post_mortem_report", { report_id: other.id });
      },
    },
  },
];

function past({ world }: Stage): Item {
  const how = { minutes: 300, milestone: "resolved" };
  return incidentOn("login-service", { name: outage, severity: "SEV1" }, how, world);
}

function withRetrospective(stage: Stage): void {
  const template = itemOf(stage.world.store, "retrospective_templates", "Full retrospective");
  openRetrospective(past(stage), template, stage.world);
}

function withReport(stage: Stage): void {
  openReport(past(stage), stage.world);
}

function reportOf(result: Result): Item {
  return result.find("post_mortems/reports", outage);
}

function expectValue(result: Result, fields: readonly Item[], label: string, wanted: RegExp): void {
  const value = fields.find(({ data }) => data.label === label)?.data.value;
  if (!wanted.test(String(value))) result.miss(`“${label}” says ${String(value)}`);
}

function changedField(result: Result, label: string, value: string | ((value: unknown) => boolean)): void {
  const incident = result.find("incidents", outage);
  const field = result.before.store
    .children("incidents/retrospectives/fields", incident.id)
    .find(({ data }) => data.label === label);
  result.changed(field!, { value });
}

async function incidentId(call: ToolCall): Promise<string> {
  const { items } = await call("list_incidents", { name: outage });
  return items[0].id;
}

async function openWithFields(
  call: ToolCall,
  template: string,
  values: Readonly<Record<string, string>>,
): Promise<void> {
  const incident_id = await incidentId(call);
  const made = await call("create_incident_retrospective", {
    incident_id,
    retrospective_template_id: template,
  });
  for (const [label, value] of Object.entries(values)) {
    const field = await fieldOf(call, incident_id, label);
    await call("update_incident_retrospective_field", {
      incident_id,
      retrospective_id: made.id,
      field_id: field.id,
      value,
    });
  }
}

async function fieldOf(call: ToolCall, incident_id: string, label: string): Promise<Loose> {
  const { items } = await call("list_incident_retrospectives", { incident_id, view: "full" });
  return items[0].fields.find((field: Loose) => field.label === label);
}

async function fieldPlace(call: ToolCall, label: string): Promise<Loose> {
  const incident_id = await incidentId(call);
  const { items } = await call("list_incident_retrospectives", { incident_id });
  const field_id = (await fieldOf(call, incident_id, label)).id;
  return { incident_id, retrospective_id: items[0].id, field_id };
}

async function choose(call: ToolCall, label: string, value: string): Promise<void> {
  await call("update_incident_retrospective_field", { ...(await fieldPlace(call, label)), value });
}

async function addChange(call: ToolCall, value: string | null): Promise<void> {
  const place = await fieldPlace(call, "What do we change?");
  await call("create_incident_retrospective_dynamic_input", place);
  if (value === null) return;
  const field = await fieldOf(call, place.incident_id, "What do we change?");
  const inputs = typeof field.value === "string" ? JSON.parse(field.value) : field.value;
  const dynamic_input_field_id = inputs[0].id;
  await call("update_incident_retrospective_field", { ...place, value, dynamic_input_field_id });
}

async function report(call: ToolCall, summary: string | null): Promise<void> {
  const { id } = await call("create_post_mortem_report", { incident_id: await incidentId(call) });
  if (summary !== null) await call("update_post_mortem_report", { report_id: id, summary });
}

async function reportId(call: ToolCall): Promise<string> {
  const { items } = await call("list_post_mortem_reports", { incident_id: await incidentId(call) });
  return items[0].id;
}
