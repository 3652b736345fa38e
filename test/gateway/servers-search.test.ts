import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { command as serverCommand } from "../../cli/admin/server.js";
import type { RevokedMany } from "../../gateway/servers/revoke-many.js";
import { createClock } from "./kit/clock.js";
import { call, makeAccount, makeServer, rpc, startTestGateway, type TestGateway } from "./kit/gateway.js";
import { storeKinds, useStores } from "./kit/stores.js";
import { commandsCall, stub, useStub } from "./kit/stub.js";

const DAY_MS = 86_400_000;
const settingsOf = useStores();
useStub();

describe.each(storeKinds)("servers of all accounts on %s", (kind) => {
  let on: TestGateway;
  let beta: string;
  const urls: Record<string, string> = {};
  const clock = createClock();
  const later = (days: number) => new Date(clock.now().getTime() + days * DAY_MS).toISOString();

  beforeAll(async () => {
    on = await startTestGateway({ settings: { ...(await settingsOf(kind)), baseUrls: [stub.url] }, clock });
    const acme = await makeAccount(on, stub.url, "Acme");
    beta = await makeAccount(on, stub.url, "Beta");
    const make = async (account: string, name: string, rest: object = {}) => {
      urls[name] = (await makeServer(on, account, {}, { name, ...rest })).url;
    };
    await make(acme, "Pager");
    await make(acme, "alerts", { expires_at: later(3) });
    await make(beta, "Reports", { expires_at: later(200) });
    await make(beta, "100% beta");
    clock.pass(40 * DAY_MS);
    await call(urls["Pager"]!, "list_incidents");
    await make(acme, "Fresh");
    // The time of a use is stored soon after it.
    await vi.waitFor(
      async () => expect(await found("unused_since=" + later(-30))).not.toContain("Pager"),
      30_000,
    );
  });
  afterAll(() => on.stop());

  const found = async (query: string) =>
    (await on.ask<{ result: { name: string }[] }>("GET", `/servers?${query}`)).body.result.map(
      ({ name }) => name,
    );

  it("are found by their last use", async () => {
    expect(await found(`unused_since=${later(-30)}`)).toEqual(["100% beta", "Reports", "alerts"]);
    expect(await found(`unused_since=${later(-30)}&state=active`)).toEqual(["100% beta", "Reports"]);
    expect(await found(`unused_since=${later(-50)}`), "none was there").toEqual([]);
    expect((await on.ask("GET", "/servers?unused_since=long")).status).toBe(400);
  });

  it("are revoked together, after a look at which, and the log has each of them", async () => {
    expect((await on.ask("POST", "/servers/revoke", {})).status).toBe(400);
    const filter = { unused_since: later(-30), integrated_account_id: beta };
    const preview = await on.ask<RevokedMany>("POST", "/servers/revoke", { ...filter, dry_run: true });
    expect(preview.body.result.map(({ name }) => name)).toEqual(["100% beta", "Reports"]);
    expect((await rpc(urls["Reports"]!, "tools/list")).status).toBe(200);
    // Its use a moment ago is stored soon, so it is not unused any more.
    await vi.waitFor(
      async () => expect(await found(`unused_since=${later(-30)}`)).not.toContain("Reports"),
      30_000,
    );

    const out = commandsCall(on);
    expect(await serverCommand.run(["revoke-all", "--account", "Beta"])).toBe(0);
    expect(out.pop()).toMatch(/2 servers would be revoked\. Pass --yes\.$/);
    expect(await serverCommand.run(["revoke-all", "--account", "Beta", "--yes"])).toBe(0);
    expect(out.pop()).toMatch(/2 servers are revoked\.$/);
    expect(await serverCommand.run(["list", "--search", "e", "--state", "revoked", "--sort", "name"])).toBe(
      0,
    );
    expect(out.pop()).toMatch(/100% beta +revoked .*\n.*Reports +revoked /);
    expect((await rpc(urls["Reports"]!, "tools/list")).status).toBe(404);
    expect((await rpc(urls["Pager"]!, "tools/list")).status).toBe(200);
    const { body } = await on.ask<{ result: object[] }>("GET", "/log?action=server.revoke");
    expect(body.result).toMatchObject(
      Array(2).fill({ actor: "admin", detail: { all: { integrated_account_id: beta } } }),
    );
  });
});
