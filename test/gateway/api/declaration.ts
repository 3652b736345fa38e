import { expect, it } from "vitest";
import type { TestedApi } from "./kit.js";

/** Requests with a file. test/gateway/declare/ has tests of what they do. */
export function declarationTests(api: TestedApi): void {
  const { ask, account } = api;

  it("plans and applies a file, and exports one", async () => {
    const declared = (name: string) => ({
      source: "servers.yaml",
      declaration: { accounts: [{ name, base_url: api.stub.url, key: "env:KEY" }] },
      keys: { [name]: `fhb-${name}` },
    });
    const plan = await ask("POST", "/declaration/plan", declared("Declared"));
    expect(plan).toMatchObject({ status: 200, body: { steps: [{ action: "add", name: "Declared" }] } });
    expect((await ask("POST", "/declaration/plan", {})).status).toBe(400);
    const old = { ...declared("Declared"), base: "an older state" };
    expect((await ask("POST", "/declaration/apply", old)).status).toBe(409);
    const now = { ...declared("Declared"), base: plan.body["base"] };
    expect(await ask("POST", "/declaration/apply", now)).toMatchObject({ status: 200, body: { made: [] } });
    expect((await ask("POST", "/declaration/apply", {})).status).toBe(400);
    api.stub.reply = () => ({ status: 500, value: {} });
    const unchecked = await ask("POST", "/declaration/apply", declared("Other"));
    api.stub.reply = () => undefined;
    expect(unchecked.status).toBe(502);
    await account("Twin");
    await account("Twin");
    expect((await ask("GET", "/declaration")).body.message).toContain('There are several of account "Twin"');
  });
}
