import { beforeAll, describe, expect, it } from "vitest";
import type { Loose } from "../../sandbox/kit/loose.js";
import { rows, run } from "../workflows/kit.js";

/* What concise answers on the sandbox show: what the call changed, or what the next step needs. */

/** The dotted paths of all values, without the places in lists. */
function pathsIn(value: unknown, path = ""): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => pathsIn(item, path));
  if (typeof value !== "object" || value === null) return value === null ? [] : [path];
  return Object.entries(value).flatMap(([name, inner]) => pathsIn(inner, path ? `${path}.${name}` : name));
}

const roles = ["role_assignments.incident_role.name", "role_assignments.user.name"];
const ofAnIncident = [...roles, "last_note.body", "report_id", "status_pages.name", "current_milestone"];
const id = (collection: string, name: string): string =>
  rows(collection).find((one: Loose) => one.name === name)!.id;

const shown: Record<string, { call: () => Promise<unknown>; has: readonly string[] }> = {
  "a list of incidents": {
    call: () => run("list_incidents", { limit: 100 }),
    has: ofAnIncident.map((path) => `items.${path}`),
  },
  "an incident": {
    call: async () => {
      const { items } = await run("list_incidents", { limit: 100 });
      const having = (field: string) => items.find((item: Loose) => item[field] !== undefined).id;
      const ids = ["role_assignments", "last_note", "report_id", "status_pages"].map(having);
      return Promise.all(ids.map((incident_id) => run("get_incident", { incident_id })));
    },
    has: [...ofAnIncident, "impacts.impact.name", "impacts.condition.name"],
  },
  "a declared incident": {
    call: () =>
      run("create_incident", {
        name: "Shown",
        team_ids: [id("teams", "Payments")],
        impacts: [{ type: "service", id: id("services", "Production-DB"), condition_id: "Degraded" }],
      }),
    has: ["number", "team_assignments.team.name", "impacts.impact.name", "impacts.condition.name"],
  },
  "a timeline, of a note": {
    call: () => run("list_incident_events", { incident_id: "#302", types: ["note"] }),
    has: ["items.visibility", "items.data.body"],
  },
  "a list of services": {
    call: () => run("list_services", { limit: 100 }),
    has: ["items.service_tier", "items.owner.name"],
  },
  "a service with labels": {
    call: () => run("update_service", { service_id: "Production-DB", labels: { region: "eu" } }),
    has: ["labels.region", "service_tier"],
  },
  "a maintenance": {
    call: () =>
      run("create_scheduled_maintenance", {
        name: "Move",
        starts_at: "2090-01-01T00:00:00Z",
        ends_at: "2090-01-01T01:00:00Z",
        impacts: [{ type: "service", id: "Production-DB", condition_id: "Degraded" }],
        status_pages: [{ connection_id: rows("nunc_connections")[0]!.id, integration_slug: "nunc" }],
      }),
    has: ["impacts.impact.name", "status_pages.id", "status_pages.integration_name"],
  },
  "a list of teams": {
    call: () => run("list_teams", {}),
    has: ["items.owned_services.name", "items.slack_channel.name"],
  },
};

beforeAll(async () => {
  const integration_id = rows("nunc_connections")[0]!.id;
  await run("create_incident_status_page", { incident_id: "#302", integration_id, integration_slug: "nunc" });
});

describe("a concise answer shows what the next step needs:", () => {
  it.each(Object.entries(shown))("%s", async (_, { call, has }) => {
    expect(pathsIn(await call())).toEqual(expect.arrayContaining([...has]));
  });
});

describe("a concise answer is short:", () => {
  it.each(["list_environments", "list_retrospectives", "list_organization_on_call_schedules"])(
    "%s takes less than half of its full view",
    async (tool) => {
      const [concise, full] = [await run(tool, {}), await run(tool, { view: "full" })];
      const length = ({ items: [first] }: Loose) => JSON.stringify(first).length;
      expect(length(concise)).toBeLessThan(length(full) / 2);
    },
  );

  it("a schedule shows each shift once", async () => {
    const { items } = await run("list_team_on_call_schedules", { team_id: "Payments" });
    const place = { team_id: "Payments", schedule_id: items[0].id };
    const text = JSON.stringify(await run("get_team_on_call_schedule", place));
    const shifts = [...text.matchAll(/"start_time":"([^"]*)"/g)].map(([, start]) => start);
    expect(shifts.length).toBeGreaterThan(1);
    expect(new Set(shifts).size).toBe(shifts.length);
  });
});
