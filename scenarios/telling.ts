import { addNote } from "../sandbox/behaviour/timeline.js";
import { itemOf } from "./check/find.js";
import { internal } from "./check/wants.js";
import type { Loose, Scenario, ToolCall } from "./scenario.js";

const shop = "Lighthouse Goods status";
const apology = "Some card payments fail. We are working on it.";
const dashboard = "https://graphs.lighthouse-goods.example/payments-gateway";

/** Messages to colleagues and customers. */
export const tellingScenarios: readonly Scenario[] = [
  {
    id: "note-inside",
    prompt: "Write on incident 303, for us only: “The second card network answers again.”",
    check: (result) =>
      void result.added("incidents/notes", {
        incident_id: result.find("incidents", 303).id,
        body: /second card network answers again/i,
        visibility: internal,
      }),
    solve: (call) => note(call, "#303", { body: "The second card network answers again." }),
    slips: {
      "writes to the public": (call) =>
        note(call, "#303", { body: "The second card network answers again.", visibility: "open_to_public" }),
      "writes on another incident": (call) =>
        note(call, "#302", { body: "The second card network answers again." }),
      "says something else": (call) => note(call, "#303", { body: "All card networks answer again." }),
    },
  },
  {
    id: "note-to-customers",
    prompt: `Tell customers on our shop's status page, ${shop}, about incident 303: “${apology}” Post it openly and on that page only.`,
    check: (result) => {
      const incident_id = result.find("incidents", 303).id;
      const page = { name: shop };
      const visibility = "open_to_public";
      result.added("incidents/notes", {
        incident_id,
        body: /card payments fail/i,
        visibility,
        status_pages: [page],
      });
      result.added("incidents/status_pages", { incident_id, ...page });
    },
    solve: (call) => tellCustomers(call, shop),
    slips: {
      "takes the partners' page": (call) => tellCustomers(call, "Partner status"),
      "writes for colleagues": (call) => note(call, "#303", { body: apology }),
      "names no page": (call) => note(call, "#303", { body: apology, visibility: "open_to_public" }),
    },
  },
  {
    id: "note-corrected",
    prompt:
      "My note on incident 303 says “Nothing is lost, orders wait in the queue.” That is wrong: three orders were lost. " +
      "Correct the note to “Three orders were lost, the others wait in the queue.” Don't add another one.",
    setUp: ({ world }) => {
      const incident = itemOf(world.store, "incidents", 303);
      addNote(incident, { body: "Nothing is lost, orders wait in the queue." }, world);
      addNote(incident, { body: "The queue holds 200 orders." }, world);
    },
    check: (result) => {
      const note = result.before.store
        .all("incidents/notes")
        .find(({ data }) => /Nothing is lost/.test(String(data.body)));
      result.changed(note!, { body: /three orders were lost/i });
      result.allow("incidents/events", ({ data }) => (data.data as Loose).id === note!.id);
    },
    solve: (call) => correctNote(call, "Nothing is lost"),
    slips: {
      "corrects the other one": (call) => correctNote(call, "The queue holds"),
      "adds another one": (call) =>
        note(call, "#303", { body: "Three orders were lost, the others wait in the queue." }),
    },
  },
  {
    id: "status-page-attached",
    prompt: `Attach our status page “Partner status” to incident 302. Write nothing on it yet.`,
    check: (result) =>
      void result.added("incidents/status_pages", {
        incident_id: result.find("incidents", 302).id,
        name: "Partner status",
      }),
    solve: (call) => attachPage(call, "Partner status"),
    slips: {
      "attaches the shop's page": (call) => attachPage(call, shop),
      "writes on it": async (call) => {
        await attachPage(call, "Partner status");
        await note(call, "#302", { body: "We are looking into it.", visibility: "open_to_public" });
      },
    },
  },
  {
    id: "link-added",
    prompt: `Put a link to ${dashboard} on incident 303, shown as “Dashboard of the gateway”.`,
    check: (result) =>
      void result.added("incidents/links", {
        incident_id: result.find("incidents", 303).id,
        href_url: dashboard,
        display_text: "Dashboard of the gateway",
      }),
    solve: (call) => link(call, "#303", dashboard),
    slips: {
      "links another page": (call) =>
        link(call, "#303", "https://graphs.lighthouse-goods.example/payments-api"),
      "links it elsewhere": (call) => link(call, "#302", dashboard),
    },
  },
  {
    id: "summary-for-executives",
    prompt:
      "The executives want to know how incident 303 stands. Have their audience's summary of it written, and be done " +
      "only once it is there to read.",
    check: (result) =>
      void result.added("audiences/summaries", {
        incident_id: result.find("incidents", 303).id,
        audience_id: result.find("audiences", "Executives").id,
      }),
    solve: async (call) => {
      await summarise(call, "Executives");
      await readable(call, "Executives");
    },
    slips: {
      "does not wait until it is there": (call) => summarise(call, "Executives"),
      "has it written for others": async (call) => {
        await summarise(call, "Support");
        await readable(call, "Support");
      },
    },
  },
  {
    id: "status-page-taken-down",
    prompt: "Take the status page “Partner status” off the web. Don't delete it, we put it back next week.",
    check: (result) =>
      result.changed(result.find("nunc_connections", "Partner status"), { publish_state: "unpublished" }),
    solve: (call) => call("unpublish_hosted_status_page", { status_page_id: "Partner status" }),
    slips: {
      "takes the shop's page down": (call) => call("unpublish_hosted_status_page", { status_page_id: shop }),
      "deletes it": (call) => call("delete_hosted_status_page", { status_page_id: "Partner status" }),
    },
  },
];

function note(call: ToolCall, incident_id: string, args: object): Promise<void> {
  return call("create_incident_note", { incident_id, ...args });
}

async function tellCustomers(call: ToolCall, page: string): Promise<void> {
  const status_pages = [{ id: await pageId(call, page), integration_slug: "nunc" }];
  await note(call, "#303", { body: apology, visibility: "open_to_public", status_pages });
}

async function pageId(call: ToolCall, name: string): Promise<string> {
  const { items } = await call("list_hosted_status_pages");
  return items.find(({ title }: Loose) => title === name).id;
}

async function correctNote(call: ToolCall, start: string): Promise<void> {
  const { items } = await call("list_incident_events", {
    incident_id: "#303",
    types: ["note"],
    view: "full",
  });
  const event = items.find(({ data }: Loose) => data.body.startsWith(start));
  const body = "Three orders were lost, the others wait in the queue.";
  await call("update_incident_note", { incident_id: "#303", note_id: event.data.id, body });
}

async function attachPage(call: ToolCall, page: string): Promise<void> {
  const args = { incident_id: "#302", integration_id: await pageId(call, page), integration_slug: "nunc" };
  await call("create_incident_status_page", args);
}

function link(call: ToolCall, incident_id: string, href: string): Promise<void> {
  return call("create_incident_link", { incident_id, href, display_text: "Dashboard of the gateway" });
}

function summarise(call: ToolCall, audience_id: string): Promise<void> {
  return call("generate_audience_summary", { audience_id, incident_id: "#303" });
}

/** Polls until the summary is there. The rehearsal's clock advances with each request. */
async function readable(call: ToolCall, audience_id: string): Promise<void> {
  for (let tries = 0; tries < 10; tries += 1) {
    const found = await call("get_audience_summary", { audience_id, incident_id: "#303" }).catch(
      () => undefined,
    );
    if (found) return;
  }
}
