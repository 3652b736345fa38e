import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startApiSandbox, type ApiSandbox } from "../../cli/sandbox/start.js";
import { clientKinds, httpClient, type TestClient } from "../fixtures/clients.js";
import { makeServer, startTestGateway, type MadeServer, type TestGateway } from "./kit/gateway.js";

/*
 * The product from end to end: an account with a checked key, a server URL by the management API, and a real client
 * that uses it. The result is read from the sandbox itself.
 */
let on: TestGateway;
let sandbox: ApiSandbox;

beforeAll(async () => {
  // Each kind of client has its own account, which the sandbox counts as one.
  sandbox = await startApiSandbox("firehydrant", { rateLimit: false });
  on = await startTestGateway({ sandboxUrls: { firehydrant: sandbox.url } });
});
afterAll(() => on.stop());

interface Row {
  readonly id: string;
  readonly [field: string]: unknown;
}

/** The sandbox's records of a kind, without its API. */
async function held(collection: string): Promise<Row[]> {
  const answer = await fetch(`${sandbox.url}/__control/state?collection=${collection}`);
  return (await answer.json()) as Row[];
}

/** Canonical names, and the names of hosted platforms. */
const names = {
  canonical: ["create_incident", "create_page", "update_incident_impact", "create_incident_note"],
  managed: [
    "create_a_fire_hydrant_incident",
    "create_a_fire_hydrant_page",
    "update_a_fire_hydrant_incident_impact_by_id",
    "create_a_fire_hydrant_incident_note",
  ],
} as const;

const rows = [...clientKinds.map((kind) => [kind, "canonical"] as const), ["sdk 1.x", "managed"] as const];

describe.each(rows)("a client of %s, with %s names", (kind, style) => {
  const [declare, page, widen, note] = names[style];
  const title = `Payments time out (${kind}, ${style})`;
  let server: MadeServer;
  let client: TestClient;

  beforeAll(async () => {
    const input = { name: kind, api_key: sandbox.key, region: "sandbox" };
    const { body } = await on.ask<{ id: string; verified_at: string }>("POST", "/integrated-account", input);
    expect(body.verified_at).not.toBeNull();
    server = await makeServer(on, body.id, { names: style });
    client = await httpClient(kind, server.url);
  });
  afterAll(() => client.close());

  async function call(name: string, args: object): Promise<Record<string, unknown>> {
    const { text, isError } = await client.call(name, args);
    expect(isError, text).toBeUndefined();
    return JSON.parse(text) as Record<string, unknown>;
  }
  const incident = async () => (await held("incidents")).find(({ name }) => name === title)!;

  it("declares a SEV2 and pages the Payments team", async () => {
    const { tools } = await client.client.listTools();
    for (const name of names[style]) expect(tools.map((tool) => tool.name)).toContain(name);
    const declared = await call(declare, {
      name: title,
      severity: "SEV2",
      customer_impact_summary: "Some can't pay.",
    });
    await call(page, { summary: title, target_type: "Team", target_id: "Payments" });

    expect(await incident()).toMatchObject({
      id: declared["id"],
      severity: "SEV2",
      customer_impact_summary: "Some can't pay.",
    });
    const team = (await held("teams")).find(({ name }) => name === "Payments")!;
    const alerts = (await held("alerts")).filter(({ summary }) => summary === title);
    expect(alerts).toHaveLength(1);
    expect(JSON.stringify(alerts[0]!["signal_target"])).toContain(team.id);
  });

  it("widens the impact and posts a note", async () => {
    const { id, number } = await incident();
    const impact = [
      { id: "payments-api", condition_id: "Degraded" },
      { id: "payments-gateway", condition_id: "Unavailable" },
    ];
    await call(widen, { incident_id: id, impact: impact.slice(0, 1) });
    await call(widen, {
      incident_id: `#${String(number)}`,
      impact: impact.slice(1),
      note: "Cards fail too.",
    });
    await call(note, { incident_id: title, body: "We turn the gateway back." });

    const services = new Map((await held("services")).map((one) => [one["name"], one.id]));
    const conditions = new Map(
      (await held("severity_matrix/conditions")).map((one) => [one["name"], one.id]),
    );
    const text = JSON.stringify((await incident())["impacts"]);
    for (const one of impact) {
      expect(text).toContain(services.get(one.id));
      expect(text).toContain(conditions.get(one.condition_id));
    }
    const notes = JSON.stringify(
      (await held("incidents/notes")).filter((one) => JSON.stringify(one).includes(id)),
    );
    expect(notes).toContain("We turn the gateway back.");
    expect(notes).toContain("Cards fail too.");
    // The log has each call under this server, by its canonical name.
    const { body } = await on.ask<{ result: { tool: string; outcome: string }[] }>(
      "GET",
      `/log?server_id=${server.id}&kind=call&action=call`,
    );
    expect(body.result.map(({ tool, outcome }) => `${tool} ${outcome}`)).toEqual(
      [
        "create_incident",
        "create_page",
        "update_incident_impact",
        "update_incident_impact",
        "create_incident_note",
      ]
        .map((tool) => `${tool} ok`)
        .reverse(),
    );
  });
});
