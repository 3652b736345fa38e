import { itemOf } from "./check/find.js";
import type { Scenario } from "./scenario.js";

/** Corrections of wrong entries. */
export const correctionScenarios: readonly Scenario[] = [
  {
    id: "severity-corrected",
    prompt: "Incident 302 has the wrong severity: half of all searches fail, that is a SEV2. Correct it.",
    check: (result) => result.changed(result.find("incidents", 302), { severity: "SEV2" }),
    solve: (call) => call("update_incident", { incident_id: "#302", severity: "SEV2" }),
    slips: {
      "goes too far": (call) => call("update_incident", { incident_id: "#302", severity: "SEV1" }),
      "takes another incident": (call) => call("update_incident", { incident_id: "#301", severity: "SEV2" }),
      "changes the priority as well": (call) =>
        call("update_incident", { incident_id: "#302", severity: "SEV2", priority: "P2" }),
      "changes the severity's own settings": (call) =>
        call("update_severity", { severity_slug: "SEV3", description: "A large part is badly hit." }),
    },
  },
  {
    id: "priority-raised",
    prompt: "The newsletter goes out at noon, so incident 301 can't wait: make it priority P2.",
    check: (result) => result.changed(result.find("incidents", 301), { priority: "P2" }),
    solve: (call) => call("update_incident", { incident_id: "#301", priority: "P2" }),
    slips: {
      "raises the severity": (call) => call("update_incident", { incident_id: "#301", severity: "SEV2" }),
    },
  },
  {
    id: "severity-that-is-none",
    prompt: "Set incident 303 to SEV0. If we have no such severity, take the most serious one we have.",
    setUp: ({ world }) => void world.change(itemOf(world.store, "incidents", 303), { severity: "SEV3" }),
    check: (result) => result.changed(result.find("incidents", 303), { severity: "SEV1" }),
    solve: async (call) => {
      const { items } = await call("list_severities");
      const slugs = items.map(({ slug }: { slug: string }) => slug);
      const [worst] = slugs.filter((slug: string) => slug.startsWith("SEV")).sort();
      await call("update_incident", { incident_id: "#303", severity: worst });
    },
    slips: {
      "makes such a severity": async (call) => {
        await call("create_severity", { slug: "SEV0", color: "red" });
        await call("update_incident", { incident_id: "#303", severity: "SEV0" });
      },
      "takes a milder one": (call) => call("update_incident", { incident_id: "#303", severity: "SEV2" }),
    },
  },
  {
    id: "renamed",
    prompt: "Rename incident 302 to “Search results are out of date”; its old title says nothing to support.",
    check: (result) =>
      result.changed(result.find("incidents", 302), { name: "Search results are out of date" }),
    solve: (call) => call("update_incident", { incident_id: "#302", name: "Search results are out of date" }),
    slips: {
      "writes it into the summary": (call) =>
        call("update_incident", { incident_id: "#302", summary: "Search results are out of date" }),
    },
  },
  {
    id: "tag-added",
    prompt: "Add the tag database to incident 303 and keep the tags it has.",
    check: (result) => {
      const incident = result.find("incidents", 303);
      result.changed(incident, { tag_list: [...(incident.data.tag_list as string[]), "database"] });
    },
    solve: async (call) => {
      const { tag_list } = await call("get_incident", { incident_id: "#303", view: "full" });
      await call("update_incident", { incident_id: "#303", tag_list: [...tag_list, "database"] });
    },
    slips: {
      "loses the others": (call) => call("update_incident", { incident_id: "#303", tag_list: ["database"] }),
    },
  },
  {
    id: "customer-impact",
    prompt:
      "Fill in what customers notice of incident 303: “Two of three card payments are declined.” Leave summary and " +
      "description alone.",
    check: (result) =>
      result.changed(result.find("incidents", 303), {
        customer_impact_summary: /two of three card payments are declined/i,
      }),
    solve: (call) => call("update_incident", { incident_id: "#303", customer_impact_summary: declined }),
    slips: {
      "overwrites the summary": (call) => call("update_incident", { incident_id: "#303", summary: declined }),
    },
  },
];

const declined = "Two of three card payments are declined.";
