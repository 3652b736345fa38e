import { Ref } from "../sandbox/store/store.js";
import type { World } from "../sandbox/world.js";
import { hits, incidentsOf, mean, minutesTo } from "./check/incidents.js";
import { timesIn, type Loose, type Scenario, type ToolCall } from "./scenario.js";

const day = 86_400_000;

/** Questions of a weekly review and of a situation room. */
export const reviewScenarios: readonly Scenario[] = [
  {
    id: "situation",
    prompt: "What is on fire? Name every incident that is active now.",
    answer: { form: "<incident numbers, separated by commas>", right: () => ["301", "302", "303"] },
    solve: async (call) => numbers(await call("list_incidents", { status: "active" })),
    slips: {
      "names the newest five": async (call) => numbers(await call("list_incidents", { limit: 5 })),
      "leaves one out": async (call) =>
        numbers(await call("list_incidents", { status: "active", severities: ["SEV1", "SEV3"] })),
    },
  },
  {
    id: "weekly-count",
    prompt: "For the weekly review: how many incidents started in the past 7 days, to the hour?",
    answer: { form: "<number>", right: (world) => ({ number: incidentsOf(world, 7).length, give: 0 }) },
    solve: (call) => countOf(call, 7, {}),
    slips: { "counts eight more days": (call) => countOf(call, 15, {}) },
  },
  {
    id: "serious-this-month",
    prompt: "How many SEV1 and SEV2 incidents together started in the past 30 days?",
    answer: {
      form: "<number>",
      right: (world) => ({ number: incidentsOf(world, 30, "SEV1", "SEV2").length, give: 0 }),
    },
    solve: (call) => countOf(call, 30, { severities: ["SEV1", "SEV2"] }),
    slips: { "counts every severity": (call) => countOf(call, 30, {}) },
  },
  {
    id: "time-to-resolve",
    prompt: (world) =>
      `What was our mean time to resolve for SEV2 incidents that started from ${date(world, 90)} to today (UTC), in minutes?`,
    answer: {
      form: "<whole minutes>",
      right: (world) => ({ number: mean(minutesTo("resolved", sinceDate(world, 90, "SEV2"))), give: 1 }),
    },
    solve: (call, prompt) => meanTime(call, prompt, "SEV2", "mttr"),
    slips: {
      "gives the time to acknowledge": (call, prompt) => meanTime(call, prompt, "SEV2", "mtta"),
      "takes another severity": (call, prompt) => meanTime(call, prompt, "SEV1", "mttr"),
    },
  },
  {
    id: "time-to-acknowledge",
    prompt: (world) =>
      `What was our mean time to acknowledge for SEV1 incidents that started from ${date(world, 90)} to today (UTC), in minutes?`,
    answer: {
      form: "<minutes, to one decimal>",
      right: (world) => ({
        number: mean(minutesTo("acknowledged", sinceDate(world, 90, "SEV1"))),
        give: 0.2,
      }),
    },
    solve: (call, prompt) => meanTime(call, prompt, "SEV1", "mtta"),
    slips: { "gives the time to detect": (call, prompt) => meanTime(call, prompt, "SEV1", "mttd") },
  },
  {
    id: "incidents-of-a-service",
    prompt: (world) =>
      `How many incidents that started from ${date(world, 365)} to today (UTC) hit Production-DB?`,
    answer: {
      form: "<number>",
      right: (world) => ({ number: hits("Production-DB", sinceDate(world, 365), world), give: 0 }),
    },
    solve: (call, prompt) => countSince(call, timesIn(prompt)[0]!, { services: ["Production-DB"] }),
    slips: {
      "counts those of all services": (call, prompt) => countSince(call, timesIn(prompt)[0]!, {}),
      "counts those of another service": (call, prompt) =>
        countSince(call, timesIn(prompt)[0]!, { services: ["checkout-web"] }),
    },
  },
  {
    id: "open-follow-ups",
    prompt: "How many tickets are still open that are follow-ups of incidents?",
    answer: {
      form: "<number>",
      right: (world) => {
        const open = world.store.all("ticketing/tickets").filter(({ data }) => data.state === "open");
        return { number: open.length, give: 0 };
      },
    },
    solve: async (call) => String((await all(call, "list_tickets", { state: "open" })).length),
    slips: {
      "stops at the first page": async (call) =>
        String((await call("list_tickets", { state: "open" })).items.length),
      "counts done ones, too": async (call) => String((await all(call, "list_tickets", {})).length),
    },
  },
  {
    id: "last-deploy",
    prompt: "Which two services were deployed last, by our change events?",
    answer: { form: "<names of services, separated by commas>", right: lastDeployed },
    solve: async (call) => (await deploys(call)).slice(0, 2).join(", "),
    slips: { "names the first two": async (call) => (await deploys(call)).slice(-2).join(", ") },
  },
  {
    id: "who-needs-the-database",
    prompt: "Which services depend directly on Production-DB?",
    answer: {
      form: "<names of services, separated by commas>",
      right: (world) =>
        world.store
          .all("service_dependencies")
          .filter(({ data }) => nameOf(data.connected_service, world) === "Production-DB")
          .map(({ data }) => nameOf(data.service, world)),
    },
    solve: (call) => dependents(call, "Production-DB", "parent_service_dependencies"),
    slips: {
      "turns the arrow round": (call) => dependents(call, "order-service", "child_service_dependencies"),
      "asks for another service": (call) => dependents(call, "session-cache", "parent_service_dependencies"),
    },
  },
  {
    id: "severity-by-the-matrix",
    prompt:
      "If customers can't sign in at all (unavailable), which severity does our severity matrix give that?",
    answer: { form: "<severity>", right: () => "SEV1" },
    solve: (call) => bySeverityMatrix(call, "Signing in", "Unavailable"),
    slips: { "reads another column": (call) => bySeverityMatrix(call, "Signing in", "Degraded") },
  },
];

function numbers({ items }: Loose): string {
  return items.map(({ number }: Loose) => `#${number}`).join(", ");
}

function date(world: World, days: number): string {
  return world.stamp(world.now().getTime() - days * day).slice(0, 10);
}

/** Incidents that started on or after a date. */
function sinceDate(world: World, days: number, ...severities: readonly string[]) {
  const from = date(world, days);
  return incidentsOf(world, days + 1, ...severities).filter(({ data }) => String(data.started_at) >= from);
}

async function countOf(call: ToolCall, days: number, filter: object): Promise<string> {
  return countSince(call, Date.now() - days * day, filter);
}

async function countSince(call: ToolCall, since: number, filter: object): Promise<string> {
  const start_date = new Date(since).toISOString();
  return String((await all(call, "list_incidents", { start_date, ...filter })).length);
}

/** Follows the cursor to the end. */
async function all(call: ToolCall, tool: string, args: object): Promise<Loose[]> {
  const found: Loose[] = [];
  for (let cursor: string | undefined; ;) {
    const { items, next_cursor } = await call(tool, { ...args, limit: 100, ...(cursor ? { cursor } : {}) });
    found.push(...(items ?? []));
    if (!next_cursor) return found;
    cursor = next_cursor;
  }
}

async function meanTime(call: ToolCall, prompt: string, severity: string, measure: string): Promise<string> {
  const [start_date, end_date] = [timesIn(prompt)[0]!, Date.now()].map((at) =>
    new Date(at).toISOString().slice(0, 10),
  );
  const { items } = await call("list_mttx_metrics", { start_date, end_date, group_by: ["severities"] });
  const group = items.find(({ group_attributes }: Loose) => JSON.parse(group_attributes).name === severity);
  return (group[measure] / 60).toFixed(1);
}

async function deploys(call: ToolCall): Promise<string[]> {
  const { items } = await call("list_change_events", {
    limit: 60,
    view: "full",
    fields: "items[].services[0].name",
  });
  return items ?? [];
}

function lastDeployed(world: World): string[] {
  const events = world.store.all("changes/events");
  const newest = events.sort((a, b) => String(b.data.starts_at).localeCompare(String(a.data.starts_at)));
  return newest.slice(0, 2).map(({ data }) => nameOf((data.services as Ref[])[0], world));
}

async function dependents(call: ToolCall, service_id: string, side: string): Promise<string> {
  const answer = await call("get_service_dependencies", { service_id });
  return answer[side].map(({ service }: Loose) => service.name).join(", ");
}

function nameOf(ref: unknown, world: World): string {
  return String(ref instanceof Ref && world.resolve(ref)?.data.name);
}

async function bySeverityMatrix(call: ToolCall, journey: string, condition: string): Promise<string> {
  const { conditions, impacts, matrix } = await call("get_severity_matrix");
  const idOf = (list: Loose[], name: string) => list.find((one) => one.name === name).id;
  const [condition_id, impact_id] = [idOf(conditions, condition), idOf(impacts, journey)];
  return matrix.find((cell: Loose) => cell.condition_id === condition_id && cell.impact_id === impact_id)
    .severity;
}
