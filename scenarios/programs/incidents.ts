import type { ScenarioPrograms } from "./program.js";

/** Declaring, changing and ending incidents. */
export const incidentPrograms: ScenarioPrograms = {
  "declare-and-page": {
    search: "declare an incident and page a team",
    program: `const incident = await api.create_incident({ name: "Production-DB answers slowly", severity: "SEV2",
  impacts: [{ type: "service", id: "Production-DB", condition_id: "Degraded" }] });
await api.create_page({ summary: \`#\${incident.number} Production-DB answers slowly\`, target_type: "Team", target_id: "Payments" });
return incident.number;`,
  },
  "widen-and-note": {
    search: "add a service to the impact of an incident; write an internal note",
    program: `const incident_id = "#302";
await api.update_incident_impact({ incident_id, impact: [{ id: "search-api", condition_id: "Degraded" }] });
await api.create_incident_note({ incident_id, body: "Searches time out for one customer in five.", visibility: "private_to_org" });`,
  },
  "declare-from-alert": {
    search: "list alerts; declare an incident from an alert",
    program: `const { items } = await api.list_alerts({ query: "Error rate of order-service above 14 %" });
const incident = await api.create_incident({ name: "Customers can't order", severity: "SEV2", alert_ids: [items[0].id] });
return incident.number;`,
  },
  "declare-unless-known": {
    search: "find incidents; post a note on an incident; declare an incident",
    program: `const { items } = await api.list_incidents({ status: "active", services: "payments-gateway" });
const body = "Support has forty tickets.";
if (items.length > 0)
  await api.create_incident_note({ incident_id: items[0].id, body, visibility: "private_to_org" });
else await api.create_incident({ name: "Card payments fail", severity: "SEV2", summary: body });
return items.map(({ number, name }) => [number, name]);`,
  },
  "severity-that-is-none": {
    search: "list severities; update an incident's severity",
    program: `const slugs = (await api.all("list_severities")).map(({ slug }) => slug);
const severity = slugs.includes("SEV0") ? "SEV0" : slugs.filter((slug) => slug.startsWith("SEV")).sort()[0];
await api.update_incident({ incident_id: "#303", severity });
return severity;`,
  },
  "tag-added": {
    search: "get an incident with its tags; update the tags",
    program: `const { tag_list } = await api.get_incident({ incident_id: "#303" });
await api.update_incident({ incident_id: "#303", tag_list: [...tag_list, "database"] });`,
  },
  "impact-ambiguous-service": {
    search: "list services by name; widen the impact of an incident",
    program: `const engines = await api.all("list_services", { name: "pricing-engine" });
const [engine] = engines.filter(({ name, owner }) => name === "pricing-engine" && owner?.name === "Checkout");
await api.update_incident_impact({ incident_id: "#302", impact: [{ id: engine.id, condition_id: "Degraded" }] });`,
  },
  "impact-of-the-right-one": {
    search: "find incidents; widen the impact of an incident",
    program: `const open = await api.all("list_incidents", { status: "active" });
const [incident] = open.filter(({ name }) => /colours/.test(name));
await api.update_incident_impact({ incident_id: incident.id, impact: [{ id: "storefront-web", condition_id: "Bug" }] });`,
  },
  "milestone-earlier": {
    search: "get an incident with its milestones; correct the time of a milestone",
    program: `const { milestones } = await api.get_incident({ incident_id: "#303" });
const { type, occurred_at } = milestones.find(({ type }) => type === "acknowledged");
const earlier = new Date(Date.parse(occurred_at) - 5 * 60_000).toISOString();
await api.bulk_update_incident_milestones({ incident_id: "#303", milestones: [{ type, occurred_at: earlier }] });`,
  },
  "archive-duplicate": {
    search: "find an incident by name; archive an incident",
    program: `const { items } = await api.list_incidents({ name: "Cards don't work" });
if (items.length !== 1) throw new Error(items.map(({ number, name }) => number + " " + name).join());
await api.delete_incident({ incident_id: items[0].id });`,
  },
  "bring-back": {
    search: "find incidents; restore an archived incident",
    program: `const archived = await api.all("list_incidents", { archived: true });
await api.unarchive_incident({ incident_id: archived.find(({ number }) => number === 290).id });`,
  },
  "close-with-children": {
    search: "find incidents; children of an incident; details of an incident; close an incident",
    program: `const { items } = await api.list_incidents({ name: "Warehouse is cut off" });
const { children } = await api.get_incident_relationships({ incident_id: items[0].id });
for (const { id } of [items[0], ...children]) {
  const { current_milestone } = await api.get_incident({ incident_id: id });
  if (current_milestone !== "closed") await api.close_incident({ incident_id: id });
}`,
  },
  "broken-answers": {
    search: "list events of an incident; create an incident note",
    program: noteOnce(),
  },
  "shaky-api": {
    search: "list events of an incident; create an incident note",
    program: noteOnce(),
  },
};

/** Writes a note and looks whether it is there, until it is. */
function noteOnce(): string {
  return `const body = "Rolled back to 8.3.1.";
for (let tries = 0; tries < 40; tries += 1)
  try {
    const notes = await api.all("list_incident_events", { incident_id: "#302", types: "note" });
    if (notes.some(({ data }) => data.body === body)) return tries;
    await api.create_incident_note({ incident_id: "#302", body, visibility: "private_to_org" });
  } catch (error) { print(error.kind); }
throw new Error("The note could not be checked.");`;
}
