import { removeItem } from "../sandbox/store/crud.js";
import { itemOf } from "./check/find.js";
import { around } from "./check/wants.js";
import { timesIn, type Loose, type Scenario, type ToolCall } from "./scenario.js";

const hour = 3_600_000;
const hook = "https://hooks.lighthouse-goods.example/board";

/** Settings of the organisation. */
export const settingsScenarios: readonly Scenario[] = [
  {
    id: "custom-field-made",
    prompt:
      "We want to record on incidents whether a partner is affected: add a custom field “Partner”, a single choice of none, one and several.",
    check: (result) =>
      void result.added("custom_fields/definitions", {
        display_name: "Partner",
        field_type: "single_select",
        permissible_values: ["none", "one", "several"],
      }),
    solve: (call) => makeField(call, "create_custom_field_definition"),
    slips: {
      "makes it for tickets": (call) => makeField(call, "create_ticketing_custom_field_definition"),
      "lets people write anything": (call) =>
        call("create_custom_field_definition", { display_name: "Partner", field_type: "text" }),
    },
  },
  {
    id: "webhook-made",
    prompt: `Send what happens to a webhook at ${hook} as well. The one that we have stays.`,
    check: (result) => void result.added("webhooks", { url: hook }),
    solve: (call) => call("create_webhook", { url: hook }),
    slips: { "turns the old one over": (call) => changeWebhook(call, { url: hook }) },
  },
  {
    id: "webhook-paused",
    prompt: "Our webhook's receiver is down for the day. Set the webhook to inactive, but keep it.",
    check: (result) => result.changed(result.before.store.all("webhooks")[0]!, { state: "inactive" }),
    solve: (call) => changeWebhook(call, { state: "inactive" }),
    slips: {
      "deletes it": async (call) => {
        const { items } = await call("list_webhooks");
        await call("delete_webhook", { webhook_id: items[0].id });
      },
    },
  },
  {
    id: "update-template",
    prompt:
      "Add a status update template “Waiting for a partner” that reads: “We wait for a partner of ours and check every ten minutes.”",
    check: (result) =>
      void result.added("status_update_templates", {
        name: "Waiting for a partner",
        body: /wait for a partner of ours and check every ten minutes/i,
      }),
    solve: (call) => call("create_status_update_template", { name: "Waiting for a partner", body: waiting }),
    slips: {
      "overwrites another one": async (call) => {
        const args = { name: "Waiting for a partner", body: waiting };
        await call("update_status_update_template", {
          status_update_template_id: "Looking into it",
          ...args,
        });
      },
    },
  },
  {
    id: "maintenance-planned",
    prompt: (world) => {
      const [from, to] = nightOf(world.now());
      return (
        `Plan a maintenance named “New network cards” from ${world.stamp(from)} to ${world.stamp(to)}, with edge-proxy ` +
        "as degraded. Show it on no status page."
      );
    },
    check: (result) => {
      const [from, to] = nightOf(result.before.at);
      result.added("scheduled_maintenances", {
        name: "New network cards",
        starts_at: around(from),
        ends_at: around(to),
        impacts: [(impact) => (impact as Loose).impact.id === result.find("services", "edge-proxy").id],
      });
    },
    solve: (call, prompt) => plan(call, timesIn(prompt)),
    slips: {
      "ends it an hour late": (call, prompt) => plan(call, [timesIn(prompt)[0]!, timesIn(prompt)[1]! + hour]),
      "declares an incident": (call) =>
        call("create_incident", { name: "New network cards", severity: "SEV5" }),
    },
  },
  {
    id: "audience-archived",
    prompt: "Nobody reads the summaries for the audience Engineering. Archive that audience.",
    check: (result) => result.removed(result.find("audiences", "Engineering")),
    solve: (call) => call("archive_audience", { audience_id: "Engineering" }),
    slips: { "archives another one": (call) => call("archive_audience", { audience_id: "Support" }) },
  },
  {
    id: "audience-restored",
    prompt: "Somebody archived the audience Support. Restore it.",
    setUp: ({ world }) => void removeItem(itemOf(world.store, "audiences", "Support"), world),
    check: (result) =>
      result.changed(result.find("audiences", "Support"), { archived: null, discarded_at: null }),
    solve: async (call) => {
      const { items } = await call("list_audiences", { include_archived: true });
      const { id } = items.find(({ name }: Loose) => name === "Support");
      await call("restore_audience", { audience_id: id });
    },
    slips: {
      "makes a new one of that name": (call) =>
        call("create_audience", { name: "Support", description: "People who answer customers." }),
    },
  },
  {
    id: "task-list-longer",
    prompt: "Add “Look at the graphs” to our task list “First ten minutes”, as its last entry.",
    check: (result) => {
      const list = result.find("task_lists", "First ten minutes");
      const before = (list.data.task_list_items as Loose[]).map(({ summary }) => ({ summary }));
      result.changed(list, { task_list_items: [...before, { summary: "Look at the graphs" }] });
    },
    solve: (call) => lengthen(call, (items) => [...items, { summary: "Look at the graphs" }]),
    slips: { "loses the others": (call) => lengthen(call, () => [{ summary: "Look at the graphs" }]) },
  },
  {
    id: "search-saved",
    prompt:
      "Save a search of incidents for everyone, “Open on payments-api”: active ones that hit payments-api.",
    check: (result) => {
      const { id } = result.find("services", "payments-api");
      result.added("saved_searches", {
        name: "Open on payments-api",
        resource_type: "incidents",
        is_private: false,
        filter_values: {
          status: (status) => String(status) === "active",
          services: (ids) => String(ids) === id,
        },
      });
    },
    solve: (call) => saveSearch(call, "payments-api", false),
    slips: {
      "keeps it private": (call) => saveSearch(call, "payments-api", true),
      "searches for another service": (call) => saveSearch(call, "payments-ledger", false),
    },
  },
];

const waiting = "We wait for a partner of ours and check every ten minutes.";

function makeField(call: ToolCall, tool: string): Promise<void> {
  const permissible_values = ["none", "one", "several"];
  return call(tool, { display_name: "Partner", field_type: "single_select", permissible_values });
}

async function changeWebhook(call: ToolCall, change: object): Promise<void> {
  const { items } = await call("list_webhooks");
  await call("update_webhook", { webhook_id: items[0].id, ...change });
}

/** From two to four o'clock in the night after next. */
function nightOf(now: Date): readonly [from: number, to: number] {
  const midnight = Math.floor(now.getTime() / (24 * hour)) * 24 * hour;
  return [midnight + 50 * hour, midnight + 52 * hour];
}

async function plan(call: ToolCall, times: readonly number[]): Promise<void> {
  const [starts_at, ends_at] = times.map((at) => new Date(at).toISOString());
  const impacts = [{ type: "service", id: "edge-proxy", condition_id: "Degraded" }];
  await call("create_scheduled_maintenance", { name: "New network cards", starts_at, ends_at, impacts });
}

async function lengthen(call: ToolCall, change: (items: Loose[]) => Loose[]): Promise<void> {
  const { task_list_items } = await call("get_task_list", { task_list_id: "First ten minutes" });
  await call("update_task_list", {
    task_list_id: "First ten minutes",
    task_list_items: change(task_list_items),
  });
}

async function saveSearch(call: ToolCall, service: string, is_private: boolean): Promise<void> {
  const { id } = await call("get_service", { service_id: service });
  const filter_values = { status: "active", services: id };
  const args = { resource_type: "incidents", name: "Open on payments-api", filter_values, is_private };
  await call("create_saved_search", args);
}
