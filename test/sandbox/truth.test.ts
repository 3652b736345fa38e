import { describe, expect, it } from "vitest";
import { practice } from "./kit/client.js";
import type { Loose } from "./kit/loose.js";

const { sandbox, call } = practice();
const { store } = sandbox.world;
const row = (collection: string, name: string) =>
  store.all(collection).find(({ data }) => data.name === name)!;
const team = row("teams", "Payments");
const user = store.all("users")[3]!;

describe("CEL", () => {
  const sample = {
    summary: "CPU high",
    level: "ERROR",
    tags: ["prod", "team:payments"],
    annotations: { zone: "a" },
  };
  const debug = (expression: string, signals: unknown[] = [sample]): Promise<Loose> =>
    call("POST", "/v1/signals/debugger", { expression, signals });

  it.each([
    ["signal.summary.contains('CPU')", true],
    ["signal.summary.startsWith('Disk')", false],
    ["signal.level == 'ERROR' && 'prod' in signal.tags", true],
    ["signal.tags.exists(tag, tag == 'team:payments')", true],
    ["signal.annotations['zone'] == 'b'", false],
    ["signal.summary.matches('^C.*high$')", true],
    ["has(signal.body)", false],
    ["signal.body == 'missing'", false],
  ])("%s is %s", async (expression, matches) => {
    expect((await debug(expression)).body.matches).toEqual([matches]);
  });

  it.each(["signal.level ==", "nonsense(", "1 +"])("%s is refused, with a reason", async (expression) => {
    const { status, body } = await debug(expression);
    expect(status).toBe(422);
    expect(body.detail).toMatch(/not valid CEL/);
  });

  it("has a time limit by size: deep macros, long texts and many signals are refused", async () => {
    const list = `[${Array.from({ length: 100 }, (_, at) => at).join(",")}]`;
    const deep = `${list}.all(a, ${list}.all(b, [1].all(c, a + b + c >= 0)))`;
    expect((await debug(deep)).status).toBe(422);
    expect((await debug(`"${"a".repeat(1_001)}" == ""`)).status).toBe(422);
    expect((await debug("true", Array(21).fill(sample))).status).toBe(422);
    const slow = { ...sample, summary: `${"a".repeat(5_000)}!` };
    expect((await debug("signal.summary.matches('^(a+)+$')", [slow])).body.matches).toEqual([false]);
  });

  it("decides which rules a signal matches: one alert for each, and its target is notified", async () => {
    const made = await call("POST", `/v1/teams/${team.id}/signal_rules`, {
      name: "Disk rule",
      expression: "signal.summary.contains('disk')",
      target_type: "User",
      target_id: user.id,
    });
    expect(made.status).toBe(201);
    const sent = { summary: "The disk is full", level: "WARN" };
    const [alert] = (await call("POST", "/__control/signal", sent)).body as Loose[];
    expect((await call("GET", `/v1/alerts/${alert.id}`)).body).toMatchObject({
      summary: "The disk is full",
      signal_rule: { name: "Disk rule" },
    });
    expect(store.children("pages", alert.id).map(({ data }) => data.user_id)).toEqual([user.id]);
    expect((await call("POST", "/__control/signal", { summary: "All is well" })).body).toEqual([]);
    // The same signal again belongs to the open alert.
    expect((await call("POST", "/__control/signal", sent)).body).toEqual([
      expect.objectContaining({ id: alert.id }),
    ]);
  });

  it("refuses a rule with an unreadable expression", async () => {
    const rule = { name: "Bad", expression: "signal.summary ==", target_type: "User", target_id: user.id };
    expect((await call("POST", `/v1/teams/${team.id}/signal_rules`, rule)).status).toBe(422);
  });
});

describe("a runbook", () => {
  const action = store.all("runbooks/actions")[2]!;
  const attachment_rule = {
    logic: { eq: [{ var: "incident_current_milestone" }, { var: "usr.1" }] },
    user_data: { "1": { type: "Milestone", value: "resolved", label: "Resolved" } },
  };
  const step = {
    name: "Tell",
    action_id: action.id,
    automatic: false,
    repeats: true,
    repeats_duration: "PT15M",
    config: { channel: "#ops" },
    rule: attachment_rule,
  };
  const create = (more: Loose = {}): Promise<Loose> =>
    call("POST", "/v1/runbooks", { name: "Own", type: "incident", attachment_rule, steps: [step], ...more });

  it("reads back its attachment rule and its steps as they were sent", async () => {
    const { body } = await create();
    const read = (await call("GET", `/v1/runbooks/${body.id}`)).body;
    expect(read.attachment_rule).toEqual(attachment_rule);
    expect(read.steps[0]).toMatchObject(step);
  });

  it("accepts a rule as JSON text too", async () => {
    const text = {
      logic: JSON.stringify(attachment_rule.logic),
      user_data: JSON.stringify(attachment_rule.user_data),
    };
    expect((await create({ attachment_rule: text })).body.attachment_rule).toEqual(attachment_rule);
  });

  it("accepts steps in the form in which they are read, and replaces the list", async () => {
    const { body } = await create();
    const { step_id, name, action_id, automatic, config, rule, repeats, repeats_duration } = body.steps[0];
    const same = { step_id, name, action_id, automatic, config, rule, repeats, repeats_duration };
    const again = (await call("PUT", `/v1/runbooks/${body.id}`, { steps: [same] })).body;
    expect(again.steps).toEqual(body.steps);
    const none = (await call("PUT", `/v1/runbooks/${body.id}`, { steps: [] })).body;
    expect(none.steps).toEqual([]);
  });

  it("refuses a repeating step without an interval", async () => {
    const { repeats_duration: _, ...rest } = step;
    expect((await create({ steps: [rest] })).status).toBe(422);
  });
});

describe("SCIM", () => {
  it("shows the account's users, and changes of SCIM users appear there", async () => {
    const found = (await call("GET", `/v1/scim/v2/Users?filter=userName eq "${String(user.data.email)}"`))
      .body;
    expect(found).toMatchObject({
      totalResults: 1,
      Resources: [{ id: user.id, displayName: user.data.name }],
    });
    const operations = [{ op: "replace", path: "name.familyName", value: "Newname" }];
    await call("PATCH", `/v1/scim/v2/Users/${user.id}`, { Operations: operations });
    expect((await call("GET", `/v1/users/${user.id}`)).body.name).toMatch(/ Newname$/);
  });

  it("creates a user who appears in the list of users, and deactivates the user", async () => {
    const body = {
      userName: "kim",
      name: { givenName: "Kim", familyName: "Ito" },
      emails: [{ value: "kim@example.test", primary: true }],
    };
    const { id } = (await call("POST", "/v1/scim/v2/Users", body)).body;
    expect((await call("GET", "/v1/users?query=kim@example.test")).body.data[0]).toMatchObject({
      id,
      name: "Kim Ito",
    });
    expect((await call("DELETE", `/v1/scim/v2/Users/${id}`)).status).toBe(204);
    expect((await call("GET", "/v1/users?query=kim@example.test")).body.data).toEqual([]);
  });

  it("shows teams as groups; operations add and remove members", async () => {
    const made = { displayName: "Provisioned", members: [{ value: user.id }] };
    const { id } = (await call("POST", "/v1/scim/v2/Groups", made)).body;
    const members = async (): Promise<unknown[]> =>
      (await call("GET", `/v1/teams/${id}`)).body.memberships.map(({ user: one }: Loose) => one.id);
    expect(await members()).toEqual([user.id]);
    const other = store.all("users")[5]!.id;
    const patch = (operation: Loose): Promise<Loose> =>
      call("PATCH", `/v1/scim/v2/Groups/${id}`, { Operations: [operation] });
    await patch({ op: "add", path: "members", value: [{ value: other }] });
    expect(await members()).toEqual([user.id, other]);
    await patch({ op: "remove", path: `members[value eq "${user.id}"]` });
    expect(await members()).toEqual([other]);
  });
});

describe("settings", () => {
  it("have one default priority: a new one replaces it", async () => {
    const made = await call("POST", "/v1/priorities", { slug: "P0", default: true });
    expect(made.body.default).toBe(true);
    const defaults = async (): Promise<unknown[]> =>
      ((await call("GET", "/v1/priorities")).body.data as Loose[])
        .filter((one) => one.default)
        .map(({ slug }) => slug);
    expect(await defaults()).toEqual(["P0"]);
    await call("PATCH", "/v1/priorities/P2", { default: true });
    expect(await defaults()).toEqual(["P2"]);
  });

  it.each(["SEV 9", "SEV-9", "S".repeat(24), ""])("refuse the slug %j", async (slug) => {
    expect((await call("POST", "/v1/severities", { slug })).status).toBe(422);
    expect((await call("POST", "/v1/priorities", { slug })).status).toBe(422);
    expect((await call("PATCH", "/v1/priorities/P3", { slug })).status).toBe(422);
  });

  it("read an archived incident role with its discarded_at, and do not list it", async () => {
    const { body } = await call("POST", "/v1/incident_roles", { name: "Liaison", summary: "Talks" });
    expect(body.discarded_at).toBeNull();
    await call("DELETE", `/v1/incident_roles/${body.id}`);
    const read = await call("GET", `/v1/incident_roles/${body.id}`);
    expect(read.body).toMatchObject({ name: "Liaison", discarded_at: expect.any(String) });
    const listed = (await call("GET", "/v1/incident_roles")).body.data as Loose[];
    expect(listed.some(({ id }) => id === body.id)).toBe(false);
  });

  it("list every permission for roles", async () => {
    const slugs = ((await call("GET", "/v1/permissions")).body.data as Loose[]).map(({ slug }) => slug);
    expect(slugs.length).toBeGreaterThan(50);
    expect(slugs).toEqual(expect.arrayContaining(["manage_roles", "claim_on_call_shifts"]));
  });

  it("put a milestone at its position and move later ones", async () => {
    const [phase] = (await call("GET", "/v1/lifecycles/phases")).body.data as Loose[];
    const body = { name: "Triaged", description: "Looked at", phase_id: phase.id, position: 1 };
    expect((await call("POST", "/v1/lifecycles/milestones", body)).body.position).toBe(1);
    const [after] = (await call("GET", "/v1/lifecycles/phases")).body.data as Loose[];
    expect(after.milestones.map(({ name, position }: Loose) => [name, position]).slice(0, 3)).toEqual([
      ["Started", 0],
      ["Triaged", 1],
      ["Detected", 2],
    ]);
  });

  it("have the severities of every account", async () => {
    const severities = (await call("GET", "/v1/severities?per_page=200")).body.data as Loose[];
    const system = severities.filter(({ system_record }) => system_record);
    expect(system.map(({ slug, type }) => [slug, type])).toEqual([
      ["UNSET", "unset"],
      ["GAMEDAY", "gameday"],
      ["MAINTENANCE", "maintenance"],
    ]);
  });
});

describe("signals settings", () => {
  it("give an email target its address and the strategy all", async () => {
    const body = { name: "Mail", slug: "mail-in" };
    const made = (await call("POST", "/v1/signals/email_targets", body)).body;
    expect(made).toMatchObject({ rule_matching_strategy: "all", slug: "mail-in" });
    expect(made.email).toMatch(/^mail-in@/);
    const changed = await call("PATCH", `/v1/signals/email_targets/${made.id}`, { slug: "other" });
    expect(changed.body.email).toMatch(/^other@/);
  });

  it("accept an event source without a sample payload, and list all of them", async () => {
    const source = { name: "Own", slug: "own", javascript: "function transpose(){}" };
    const made = await call("PUT", "/v1/signals/event_sources", source);
    expect(made.body).toMatchObject({ slug: "own", editable: true });
    for (const path of ["/v1/signals/event_sources", "/v1/signals/transposers"])
      expect(((await call("GET", path)).body.data as Loose[]).map(({ slug }) => slug)).toEqual([
        "generic",
        "own",
      ]);
  });

  it("give ingest URLs for a user, a team, a schedule and a policy", async () => {
    const url = async (query: string): Promise<string> =>
      (await call("GET", `/v1/signals/ingest_url?${query}`)).body.url;
    expect(await url(`user_id=${user.id}`)).toContain(`users/${user.id}`);
    expect(await url(`team_id=${team.id}`)).toContain(`teams/${team.id}`);
    const policy = store.children("teams/escalation_policies", team.id)[0]!.id;
    expect(await url(`team_id=${team.id}&escalation_policy_id=${policy}`)).toContain(policy);
    expect((await call("GET", `/v1/signals/ingest_url?escalation_policy_id=${policy}`)).status).toBe(422);
    expect((await call("GET", "/v1/signals/ingest_url?user_id=nobody")).status).toBe(404);
    const [first] = (await call("GET", `/v1/signals/event_sources?user_id=${user.id}`)).body.data;
    expect(first.ingest_url).toContain(`users/${user.id}/generic`);
  });
});

describe("catalogue and maintenance", () => {
  it("owner: null removes a service's owner", async () => {
    const { id } = row("services", "Production-DB");
    expect((await call("PATCH", `/v1/services/${id}`, { owner: null })).body.owner ?? null).toBeNull();
  });

  it("a maintenance names its components, conditions and status pages", async () => {
    const page = store.all("nunc_connections")[0]!;
    const condition = store.all("severity_matrix/conditions")[0]!;
    const service = row("services", "Production-DB");
    const body = {
      name: "Move",
      starts_at: "2030-01-01T00:00:00Z",
      ends_at: "2030-01-01T01:00:00Z",
      impacts: [{ id: service.id, type: "service", condition_id: condition.id }],
      status_pages: [{ connection_id: page.id, integration_slug: "nunc" }],
    };
    const made = (await call("POST", "/v1/scheduled_maintenances", body)).body;
    expect(made).toMatchObject({
      impacts: [
        { type: "service", impact: { name: "Production-DB" }, condition: { name: condition.data.name } },
      ],
      status_pages: [{ id: page.id, integration_id: page.id, integration_name: page.data.title }],
    });
  });

  it("lite leaves out lists and other records, and include adds them again", async () => {
    const [slim] = (await call("GET", "/v1/services?lite=true&per_page=1")).body.data;
    expect(slim).toMatchObject({ id: expect.any(String), service_tier: expect.any(Number), teams: null });
    const [some] = (await call("GET", "/v1/services?lite=true&include=teams&per_page=1")).body.data;
    expect(some.teams.length).toBeGreaterThan(0);
  });

  it("runbooks come in the order that order_by asks for; a direction alone changes nothing", async () => {
    const names = async (query: string): Promise<string[]> =>
      ((await call("GET", `/v1/runbooks?per_page=200&${query}`)).body.data as Loose[]).map(
        ({ name }) => name,
      );
    const sorted = (await names("order_by=name")).toSorted((a, b) => a.localeCompare(b));
    expect(await names("order_by=name")).toEqual(sorted);
    expect(await names("order_by=name&order_direction=desc")).toEqual(sorted.toReversed());
    expect(await names("order_direction=desc")).toEqual(await names(""));
  });

  it("runs of runbooks name their incident", async () => {
    const incident = (await call("POST", "/v1/incidents", { name: "With a run" })).body;
    const runbook_id = row("runbooks", "Payment failures").id;
    await call("POST", "/v1/runbooks/executions", { execute_for: `incident/${incident.id}`, runbook_id });
    const runs = (await call("GET", "/v1/runbooks/executions?per_page=200")).body.data as Loose[];
    expect(runs.filter(({ executed_for }) => executed_for.id === incident.id)).toHaveLength(1);
  });
});

describe("incident metrics", () => {
  const fresh = practice({ seed: "empty" });
  const declare = (severity: string): Promise<Loose> =>
    fresh.call("POST", "/v1/incidents", { name: `A ${severity}`, severity });
  const keys = async (query: string): Promise<string[]> =>
    (await fresh.call("GET", `/v1/metrics/incidents?by=severity&${query}`)).body.keys;

  it("rank the groups, apply sort_limit, and skip practice incidents", async () => {
    for (const severity of ["SEV1", "SEV2", "SEV2", "SEV3", "SEV3", "SEV3", "GAMEDAY"])
      await declare(severity);
    expect(await keys("sort_field=count&sort_direction=desc")).toEqual(["SEV3", "SEV2", "SEV1"]);
    expect(await keys("sort_field=count&sort_direction=asc&sort_limit=2")).toEqual(["SEV1", "SEV2"]);
    const { buckets } = (
      await fresh.call("GET", "/v1/metrics/incidents?by=severity&bucket_size=all_time&sort_limit=1")
    ).body;
    expect(Object.keys(buckets[0])).toEqual(["bucket", "SEV3"]);
  });
});
