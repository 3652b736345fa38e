import { describe, expect, it } from "vitest";
import { call, makeAccount, makeServer, pace, rpc } from "./kit/gateway.js";
import { storeKinds, useStores } from "./kit/stores.js";
import { account, entries, incident, on, stub, useServed } from "./kit/served.js";

const settingsOf = useStores();

describe.each(storeKinds)("limits of a server URL on %s", (kind) => {
  useServed(kind, settingsOf);

  it("applies a server URL's own rate limit, over all transports", async () => {
    const { url, id } = await makeServer(on, account, { rate_limit: { calls: 3, seconds: 60 } });
    await call(url, "list_incidents");
    await call(url, "execute_read", { tool: "list_incidents", arguments: {} });
    const read = await rpc(url, "resources/read", { uri: `firehydrant://incidents/${incident}` });
    expect(read.result).toBeDefined();
    const limited = await call(url, "list_incidents");
    expect(limited.value).toMatchObject({
      error: { kind: "rate_limited", message: expect.stringContaining("own limit") },
    });
    expect(limited.result!["_meta"]).toMatchObject({ retry_after_seconds: expect.any(Number) });
    expect(stub.arrived.length).toBeLessThanOrEqual(3);
    expect((await rpc(url, "tools/list")).status).toBe(200);
    expect((await entries(`server_id=${id}&outcome=rate_limited`)).length).toBe(1);
    const other = await makeServer(on, account);
    expect((await call(other.url, "list_incidents")).isOk).toBe(true);
    // A changed limit applies at once.
    await on.ask("PATCH", `/integrated-account/${account}/mcp/${id}`, { config: { rate_limit: null } });
    expect((await call(url, "list_incidents")).isOk).toBe(true);
  });

  it("applies the server's token budget, and passes on a 429 if configured", async () => {
    const { url } = await makeServer(on, account, { result_token_budget: 500, on_429: "pass" });
    stub.reply = ({ path }) =>
      path === "/v1/incidents"
        ? {
            status: 200,
            value: {
              data: Array.from({ length: 100 }, (_, at) => ({ id: `i${at}`, name: "x".repeat(200) })),
              pagination: { count: 100, page: 1, items: 100, pages: 1, last: 1, next: null },
            },
          }
        : { status: 429, value: {} };
    const cut = await call(url, "list_incidents", { limit: 100 });
    expect(cut.result!.content![0]!.text.length).toBeLessThan(4_000);
    stub.arrived.length = 0;
    const limited = await call(url, "list_teams");
    expect(limited.value).toMatchObject({ error: { kind: "rate_limited" } });
    expect(stub.arrived, "no second try").toHaveLength(1);
  });

  it("applies the time limit of each server URL on the same account", async () => {
    const { url } = await makeServer(on, account, { first_byte_seconds: 0.1 });
    const { url: hasty } = await makeServer(on, account, { call_seconds: 0.1 });
    const { url: patient } = await makeServer(on, account);
    // The first gateway's clock advances by half seconds.
    stub.delayMs = 2_000;
    const [first, whole, usual] = await Promise.all(
      [url, hasty, patient].map((one) => call(one, "list_incidents")),
    );
    stub.delayMs = 0;
    expect(first!.value).toMatchObject({
      error: { kind: "timeout", message: expect.stringContaining("did not respond in time") },
    });
    expect(whole!.value).toMatchObject({
      error: { kind: "timeout", message: expect.stringContaining("timed out after 0.1 s") },
    });
    expect(usual!.isOk).toBe(true);
  });

  it("keeps several servers of an account within the account's rate limit", async () => {
    const paced = await makeAccount(on, stub.url, "Paced");
    const servers = await Promise.all(Array.from({ length: 4 }, () => makeServer(on, paced)));
    stub.arrived.length = 0;
    await Promise.all(
      servers.flatMap(({ url }) => Array.from({ length: 15 }, () => call(url, "list_incidents"))),
    );
    const at = stub.arrived.map((one) => one.at).sort((a, b) => a - b);
    expect(at).toHaveLength(60);
    const windowMs = pace.seconds * 1000;
    const most = Math.max(
      ...at.map((from) => at.filter((one) => one >= from && one < from + windowMs).length),
    );
    expect(most).toBeLessThanOrEqual(pace.requests);
  });
});
