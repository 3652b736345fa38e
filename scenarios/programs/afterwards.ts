import type { ScenarioPrograms } from "./program.js";

const outage = "Sign-in failed for an hour";
const incident = `const { items: [incident] } = await api.list_incidents({ name: "${outage}" });
const incident_id = incident.id;`;
const retrospective = `${incident}
const { items: [made] } = await api.list_incident_retrospectives({ incident_id });
const field = (label) => made.fields.find((one) => one.label === label).id;
const place = { incident_id, retrospective_id: made.id };`;
const report = `${incident}
const { items: [report] } = await api.list_post_mortem_reports({ incident_id });`;

/** Retrospectives, runbooks, imports and messages to customers. */
export const laterPrograms: ScenarioPrograms = {
  "retrospective-opened": {
    search:
      "find incidents; create a retrospective of an incident; retrospectives of one incident with their fields; update a field of an incident's retrospective",
    program: `${incident}
const made = await api.create_incident_retrospective({ incident_id, retrospective_template_id: "Full retrospective" });
const { items } = await api.list_incident_retrospectives({ incident_id });
const { fields } = items.find(({ id }) => id === made.id);
const values = { "What happened?": "Nobody could sign in for an hour.", "What caused it?": "A certificate of the token-issuer had expired." };
for (const [label, value] of Object.entries(values))
  await api.update_incident_retrospective_field({ incident_id, retrospective_id: made.id, field_id: fields.find((one) => one.label === label).id, value });`,
  },
  "retrospective-changes": {
    search:
      "find incidents; retrospectives of one incident with their fields; add an input to a field of an incident's retrospective; update a field of an incident's retrospective",
    program: `${retrospective}
place.field_id = field("What do we change?");
await api.create_incident_retrospective_dynamic_input(place);
const { items: [after] } = await api.list_incident_retrospectives({ incident_id });
const { value } = after.fields.find(({ id }) => id === place.field_id);
const inputs = typeof value === "string" ? JSON.parse(value) : value;
await api.update_incident_retrospective_field({ ...place, value: "Renew certificates by a job.", dynamic_input_field_id: inputs[0].id });`,
  },
  "retrospective-choice": {
    search:
      "find incidents; retrospectives of one incident with their fields; update a field of an incident's retrospective",
    program: `${retrospective}
await api.update_incident_retrospective_field({ ...place, field_id: field("How was it noticed?"), value: "customer" });`,
  },
  "report-opened": {
    search: "find incidents; create a post-mortem report; update a post-mortem report",
    program: `${incident}
const { id } = await api.create_post_mortem_report({ incident_id });
await api.update_post_mortem_report({ report_id: id, summary: "A certificate of the token-issuer had expired." });`,
  },
  "reason-added": {
    search: "find incidents; list post-mortem reports; add a reason to a post-mortem report",
    program: `${report}
await api.create_post_mortem_reason({ report_id: report.id, summary: "No alert before a certificate expires." });`,
  },
  "report-published": {
    search: "find incidents; list post-mortem reports; publish a post-mortem report",
    program: `${report}
await api.publish_post_mortem_report({ report_id: report.id });`,
  },
  "runbook-run": {
    search:
      "details of an incident; run a runbook on an incident; look at a runbook execution; complete a step of a runbook execution",
    program: `const { id } = await api.get_incident({ incident_id: "#303" });
const execution = await api.create_runbook_execution({ execute_for: "incident/" + id, runbook_id: "Payment failures" });
for (let looks = 0; looks < 20; looks += 1) {
  const { steps } = await api.get_runbook_execution({ execution_id: execution.id });
  if (!steps.name.endsWith("Ask a person")) continue;
  await api.update_runbook_execution_step({ execution_id: execution.id, step_id: steps.id, state: "completed" });
  return "completed";
}
throw new Error("The last step never started.");`,
  },
  "import-done": { search: "import data into a service catalogue; list services", program: importOf },
  "import-stuck": { search: "import data into a service catalogue; list services", program: importOf },
  "summary-for-executives": {
    search: "generate a summary of an incident for an audience; read the summary",
    program: `const about = { audience_id: "Executives", incident_id: "#303" };
await api.generate_audience_summary(about);
for (let looks = 0; looks < 10; looks += 1)
  try { return (await api.get_audience_summary(about)).id; } catch (error) { print(error.kind); }
throw new Error("The summary was not ready after ten reads.");`,
  },
  "note-to-customers": {
    search: "list hosted status pages; post a note on an incident",
    program: `const pages = await api.all("list_hosted_status_pages");
const { id } = pages.find(({ title }) => title === "Lighthouse Goods status");
await api.create_incident_note({ incident_id: "#303", body: "Some card payments fail. We are working on it.",
  visibility: "open_to_public", status_pages: [{ id, integration_slug: "nunc" }] });`,
  },
  "note-corrected": {
    search: "list the events of an incident; update an incident note",
    program: `const notes = await api.all("list_incident_events", { incident_id: "#303", types: "note" });
const { data } = notes.find(({ data }) => data.body.startsWith("Nothing is lost"));
await api.update_incident_note({ incident_id: "#303", note_id: data.id, body: "Three orders were lost, the others wait in the queue." });`,
  },
  "status-page-attached": {
    search: "list hosted status pages; attach a status page to an incident",
    program: `const pages = await api.all("list_hosted_status_pages");
const { id } = pages.find(({ title }) => title === "Partner status");
await api.create_incident_status_page({ incident_id: "#302", integration_id: id, integration_slug: "nunc" });`,
  },
};

/** Imports the entry of the prompt into its catalogue, and looks whether it is there. */
function importOf(prompt: string): string {
  const catalog = /[0-9a-f]{8}-[0-9a-f-]{27}/.exec(prompt)![0];
  const data = /\[\{.*\}\]/.exec(prompt)![0];
  return `const data = ${JSON.stringify(data)};
await api.ingest_catalog_data({ catalog_id: "${catalog}", data, encoding: "application/json" });
for (let looks = 0; looks < 12; looks += 1) {
  const { items } = await api.list_services({ query: JSON.parse(data)[0].name });
  if (items.length > 0) return "imported";
}
return "stuck";`;
}
