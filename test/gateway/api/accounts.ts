import { expect, it } from "vitest";
import { badKey } from "../kit/api-stub.js";
import type { TestedApi } from "./kit.js";

/** Accounts: how they are made, checked and changed. */
export function accountTests(api: TestedApi): void {
  const { account, ask } = api;

  it("adds, shows, changes and deletes an account, and never returns its key", async () => {
    const made = await account();
    expect(made).toMatchObject({ name: "Acme", region: null, base_url: api.stub.url });
    expect(made["verified_at"]).not.toBeNull();
    expect(api.stub.arrived.at(-1)).toMatchObject({ path: "/v1/ping", key: "fhb-Acme" });
    const path = `/integrated-account/${made.id}`;
    expect((await ask("GET", path)).body).toEqual(made);
    const renamed = await ask("PATCH", path, { name: "Acme Inc" });
    expect(renamed.body).toMatchObject({ id: made.id, name: "Acme Inc", verified_at: made["verified_at"] });
    const rekeyed = await ask("PATCH", path, { api_key: "fhb-another", verify: false });
    expect(rekeyed.body["verified_at"]).toBeNull();
    const rules = { approvers: ["group:leads"], approvals_needed: 2, approval_minutes: 5 };
    expect((await ask("PATCH", path, { approvals: rules })).body["approvals"]).toEqual(rules);
    expect((await ask("PATCH", path, { approvals: null })).body["approvals"]).toBeNull();
    const all = JSON.stringify([
      made,
      renamed.body,
      rekeyed.body,
      (await ask("GET", "/integrated-account")).body,
    ]);
    expect(all).not.toContain("fhb-");
    expect((await ask("DELETE", path)).status).toBe(204);
    for (const [method, body] of [["GET"], ["PATCH", { name: "x" }], ["DELETE"]] as const) {
      expect((await ask(method, path, body)).status, method).toBe(404);
    }
  });

  it("shows who has an own key for an account, and deletes it", async () => {
    const { id: account_id } = await account();
    const { db } = api.on.gateway.core.store;
    const at = new Date().toISOString();
    const person = {
      id: `own_${account_id}`,
      issuer: "https://id.example.com",
      subject: "ann",
      person: "Ann",
    };
    const times = { verified_at: at, created_at: at, updated_at: at };
    await db
      .insertInto("own_keys")
      .values({ account_id, ...person, api_key: "sealed", ...times })
      .execute();
    const path = `/integrated-account/${account_id}/own-keys`;
    expect((await ask("GET", path)).body).toEqual({
      result: [{ ...person, verified_at: at, updated_at: at }],
    });
    expect((await ask("DELETE", `${path}/${person.id}`)).status).toBe(204);
    expect((await ask("DELETE", `${path}/${person.id}`)).status).toBe(404);
    expect((await ask("GET", path)).body.result).toEqual([]);
    expect((await ask("GET", "/integrated-account/acc_none/own-keys")).status).toBe(404);
  });

  it("lists the APIs for accounts", async () => {
    const { status, body } = await ask("GET", "/apis");
    const wanted = {
      name: "firehydrant",
      title: "FireHydrant",
      regions: ["us", "eu"],
      base_urls: [api.stub.url],
      credentials: ["FIREHYDRANT_API_KEY"],
    };
    expect([status, body]).toEqual([200, { result: [wanted] }]);
  });

  it("refuses a key that the API refuses, and reports when it cannot check the key", async () => {
    const refused = await ask("POST", "/integrated-account", {
      name: "A",
      base_url: api.stub.url,
      api_key: badKey,
    });
    expect(refused).toMatchObject({ status: 400, body: { statusCode: 400, error: "Bad Request" } });
    expect(refused.body.message).toMatch(/^api_key: FireHydrant at .* refuses the key \(401\)$/);
    const kept = await account("Kept");
    api.stub.reply = () => ({ status: 500, value: {} });
    const broken = await ask("POST", "/integrated-account", {
      name: "A",
      base_url: api.stub.url,
      api_key: "fhb-x",
    });
    const rekeyed = await ask("PATCH", `/integrated-account/${kept.id}`, { api_key: "fhb-y" });
    api.stub.reply = () => undefined;
    expect(rekeyed.status).toBe(502);
    expect((await ask("GET", `/integrated-account/${kept.id}`)).body).toEqual(kept);
    expect(broken).toMatchObject({ status: 502, body: { statusCode: 502, error: "Bad Gateway" } });
    expect(broken.body.message).toMatch(/answered 500 when the gateway checked the key\.$/);
    expect(broken.body).toMatchObject({ fix: 'Set "verify": false to save the key without a check.' });
    const unchecked = await ask("POST", "/integrated-account", {
      name: "A",
      base_url: api.stub.url,
      api_key: badKey,
      verify: false,
    });
    expect(unchecked.status).toBe(201);
  });

  it("does not send keys to hosts that the operator did not allow", async () => {
    const input = { name: "A", api_key: "fhb-x", verify: false };
    const rows: Record<string, object> = {
      "base_url: must be one of STANDPIPE_BASE_URLS": { ...input, base_url: "http://169.254.169.254" },
      "region: must be one of us, eu": { ...input, region: "moon" },
      "region, base_url: only one of them": { ...input, region: "us", base_url: api.stub.url },
      "region: must be one of us, eu; for the sandbox, start the gateway with --sandbox": {
        ...input,
        region: "sandbox",
      },
      "api_key: FIREHYDRANT_API_KEY holds a character": {
        name: "A",
        base_url: api.stub.url,
        api_key: "fhb-\u20ac",
      },
    };
    for (const [message, body] of Object.entries(rows)) {
      const { status, body: said } = await ask("POST", "/integrated-account", body);
      expect(status, message).toBe(400);
      expect(said.message).toContain(message);
    }
    const made = await account("Mover");
    const moved = await ask("PATCH", `/integrated-account/${made.id}`, { region: "eu" });
    expect(moved).toMatchObject({
      status: 400,
      body: { message: expect.stringContaining("api_key: is required") },
    });
  });

  it("reports all faults of a request", async () => {
    const { status, body } = await ask("POST", "/integrated-account", {
      name: "",
      api_key: 7,
      colour: "red",
    });
    expect(status).toBe(400);
    expect(body.message).toBe("name: must not be empty; api_key: must be text; colour: unknown field");
    const { id } = await account();
    const config = { methods: ["raed"], tags: ["nope"], tools: { allow: ["no_such_*"] } };
    const selection = await ask("POST", `/integrated-account/${id}/mcp`, { name: "x", config });
    for (const part of ["config.methods: ", "config.tags: ", "config.tools.allow: "]) {
      expect(selection.body.message).toContain(part);
    }
    expect(selection.body.message).toContain(
      "Valid methods: list, get, create, update, delete, custom, read, write",
    );
    expect(selection.body.message).toMatch(/Valid tags: .*incidents/);
  });

  it.each([
    ["no JSON at all", "{", 400, "body: is not valid JSON"],
    ["a list", [], 400, "body: "],
    ["nothing", undefined, 400, ""],
  ])("refuses a body that is %s", async (_, body, status, message) => {
    const answer = await ask("POST", "/integrated-account", body);
    expect(answer.status).toBe(status);
    expect(answer.body.message).toContain(message);
  });
}
