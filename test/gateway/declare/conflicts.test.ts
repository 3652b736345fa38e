import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { badKey } from "../kit/api-stub.js";
import { testAdminToken } from "../kit/gateway.js";
import { storeKinds, useStores } from "../kit/stores.js";
import { keyOfAcme, useDeclaring } from "./kit.js";

const settingsOf = useStores();

interface Thing {
  readonly id: string;
  readonly name: string;
  readonly managed_by: string | null;
}

describe.each(storeKinds)("applying a file on %s", (kind) => {
  const t = useDeclaring(kind, settingsOf);
  const account = (name: string, key = "env:ACME_API_KEY") => ({ name, base_url: t.stub.url, key });
  const server = (name: string) => ({ name, account: "Acme", expires_at: "never" });
  const send = (path: string, declaration: object, more: object = {}) =>
    t.on.ask<{ base: string; message: string; steps: object[] }>("POST", `/declaration/${path}`, {
      ...{ declaration, source: "servers.yaml", keys: { Acme: keyOfAcme, Other: badKey }, ...more },
    });
  const named = async (path: string) =>
    (await t.on.ask<{ result: Thing[] }>("GET", path)).body.result.map(({ name }) => name).sort();

  it("succeeds once when several run at the same time for the same plan", async () => {
    const files = ["One", "Two", "Three"].map((name) => ({
      accounts: [account("Acme")],
      servers: [server(`${name} a`), server(`${name} b`)],
    }));
    const { base } = (await send("plan", files[0]!)).body;
    const answers = await Promise.all(files.map((file) => send("apply", file, { base })));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 409, 409]);
    const winner = ["One", "Two", "Three"][answers.findIndex(({ status }) => status === 200)]!;
    expect(await named("/servers")).toEqual([`${winner} a`, `${winner} b`]);
    expect(await named("/integrated-account")).toEqual(["Acme"]);
    expect(answers.find(({ status }) => status === 409)!.body.message).toMatch(/Nothing was changed/);
  });

  it("does nothing if the gateway changed since the plan", async () => {
    const file = { servers: [server("Late")] };
    const { base } = (await send("plan", file)).body;
    const { result } = (await t.on.ask<{ result: Thing[] }>("GET", "/integrated-account")).body;
    await t.on.ask("POST", `/integrated-account/${result[0]!.id}/mcp`, { name: "By hand" });
    expect((await send("apply", file, { base })).status).toBe(409);
    expect(await named("/servers")).not.toContain("Late");
  });

  it("does all or nothing: a refused key and an account with other server URLs stop every step", async () => {
    const before = await t.exported(t.on);
    const refused = await send("apply", {
      accounts: [account("Acme"), account("Other")],
      servers: [server("New")],
    });
    expect(refused.status).toBe(400);
    expect(refused.body.message).toMatch(/^account "Other": api_key: FireHydrant at .* refuses the key/);
    // "By hand" is on the account, and no file declares it.
    const pruned = await send("apply", { accounts: [] }, { prune: true });
    expect(pruned.status).toBe(409);
    expect(pruned.body.message).toContain("still has server URLs (By hand)");
    expect(await t.exported(t.on)).toBe(before);
  });

  it("needs a key for a new account and for a new place, and never shows one", async () => {
    const [mine] = (await t.on.ask<{ result: Thing[] }>("GET", "/integrated-account")).body.result;
    const moved = { accounts: [{ name: "Acme", region: "eu", key: "env:ACME_API_KEY" }] };
    expect((await send("apply", moved, { keys: {} })).body.message).toBe(
      'account "Acme": its key is missing. Set env:ACME_API_KEY',
    );
    const other = await send("plan", { accounts: [account("Acme")] }, { keys: { Acme: "fhb-another" } });
    const [step] = other.body.steps;
    expect(step).toMatchObject({ name: "Acme", action: "change", changes: [{ field: "key" }] });
    expect(JSON.stringify(other.body)).not.toMatch(/fhb-/);
    expect(mine!.managed_by).toBe("servers.yaml");
  });

  it("names every fault of the files, with its line, and changes nothing", async () => {
    const path = await t.write(
      "wrong.yaml",
      `accounts:\n  - name: Acme\n    key: fhb-pasted\nservers:\n  - name: A\n    account: Acme\n    expires: never\n`,
    );
    const { code, fault } = await t.apply(t.on, path);
    expect(code).toBe(1);
    expect(fault).toContain("wrong.yaml:3: accounts[0].key: must be env:NAME or file:PATH");
    expect(fault).toContain("wrong.yaml:5: servers[0].expires_at:");
    expect(fault).toContain("wrong.yaml:5: servers[0].expires: unknown field");
    expect(fault).not.toContain("fhb-pasted");
    const meant = await t.write(
      "meant.yaml",
      `servers:\n  - { name: A, account: Nobody, expires_at: never }\n  - { name: B, account: Acme, expires_at: never, config: { tags: [incident] } }\n`,
    );
    const second = await t.apply(t.on, meant, "--plan");
    expect(second.fault).toContain('server "Nobody / A": account: there is no account "Nobody"');
    expect(second.fault).toMatch(/server "Acme \/ B": config\.tags: .*incidents/);
    const folder = await t.apply(t.on, join(t.folder, "nothing"));
    expect(folder.fault).toContain("does not exist");
  });

  it("leaves a row that it manages read-only on the page, and makes a revoked URL again", async () => {
    const found = (
      await t.on.ask<{ result: (Thing & { integrated_account_id: string })[] }>("GET", "/servers")
    ).body.result;
    const { id, name, integrated_account_id } = found.find(
      ({ managed_by }) => managed_by === "servers.yaml",
    )!;
    const form = new URLSearchParams({ person: "Ada", token: testAdminToken });
    const signIn = await fetch(`${t.on.url}/sign-in`, { method: "POST", body: form, redirect: "manual" });
    const headers = { cookie: signIn.headers.get("set-cookie")!.split(";")[0]! };
    const edit = `${t.on.url}/accounts/${integrated_account_id}/servers/${id}/edit`;
    const page = await (await fetch(edit, { headers })).text();
    expect(page).toContain("servers.yaml manages this.");
    const csrf = /name="csrf" value="([^"]+)"/.exec(page)![1]!;
    const sent = await fetch(edit, {
      method: "POST",
      headers,
      body: new URLSearchParams({ csrf, name: "Renamed" }),
    });
    expect(sent.status).toBe(400);
    expect(await sent.text()).toContain("A change here would be undone by the next apply.");

    await t.on.ask("DELETE", `/integrated-account/${integrated_account_id}/mcp/${id}`);
    const plan = await send("plan", { servers: [server(name)] });
    expect(plan.body).toMatchObject({
      steps: expect.arrayContaining([
        expect.objectContaining({
          name: `Acme / ${name}`,
          action: "add",
          drift: [expect.objectContaining({ field: "revoked_at" })],
        }),
      ]) as unknown,
    });
  });
});
