import { beforeAll, describe, expect, it } from "vitest";
import { mintToken } from "../../gateway/secrets/token.js";
import { call, makeAccount, makeServer, rpc } from "./kit/gateway.js";
import { storeKinds, useStores } from "./kit/stores.js";
import { account, apiToken, clock, on, reason, stub, useCredentials } from "./kit/credentials.js";

const settingsOf = useStores();

describe.each(storeKinds)("credentials on %s", (kind) => {
  useCredentials(kind, settingsOf);
  let other: string;
  beforeAll(async () => void (other = await makeAccount(on, stub.url, "Theirs")));

  it("a server's token works in the path and as a bearer token", async () => {
    const { url, token } = await makeServer(on, account);
    const byPath = await call(url, "list_incidents");
    const byHeader = await call(`${on.url}/mcp`, "list_incidents", {}, { authorization: `Bearer ${token}` });
    for (const { status, value } of [byPath, byHeader]) {
      expect(status).toBe(200);
      expect(JSON.stringify(value)).toContain("as Mine");
    }
    const none = await rpc(`${on.url}/mcp`, "tools/list");
    expect(none.status).toBe(403);
    expect(none.headers.get("www-authenticate")).toBeNull();
    await expect.poll(reason).toBe("missing");
  });

  it("all invalid credentials get the same answer, and the log has the reason", async () => {
    const revoked = await makeServer(on, account);
    await on.ask("DELETE", `/integrated-account/${account}/mcp/${revoked.id}`);
    const rotated = await makeServer(on, account);
    await on.ask("POST", `/integrated-account/${account}/mcp/${rotated.id}/rotate`, { overlap_seconds: 0 });
    const expiring = await makeServer(
      on,
      account,
      {},
      { expires_at: new Date(Date.now() + 61_000).toISOString() },
    );
    const gone = await makeAccount(on, stub.url, "Gone");
    const orphan = await makeServer(on, gone);
    await on.ask("DELETE", `/integrated-account/${gone}`);
    const rows: Record<string, string> = {
      unknown: mintToken("server"),
      malformed: `${revoked.token.slice(0, -1)}!`,
      revoked: revoked.token,
      rotated: rotated.token,
      expired: expiring.token,
      "revoked with its account": orphan.token,
    };
    expect((await rpc(expiring.url, "tools/list")).status).toBe(200);
    clock.set(62_000);
    const answers = new Set<string>();
    for (const [name, token] of Object.entries(rows)) {
      for (const bearer of [false, true]) {
        const headers: Record<string, string> = bearer ? { authorization: `Bearer ${token}` } : {};
        const {
          status,
          text,
          headers: given,
        } = await rpc(`${on.url}/mcp${bearer ? "" : `/${token}`}`, "tools/list", {}, headers);
        expect(status, name).toBe(404);
        const told = [...given].filter(([header]) => !["date", "x-request-id"].includes(header));
        answers.add(JSON.stringify([text, told]));
        await expect.poll(reason).toBe(name.split(" ")[0]);
      }
      const stream = await fetch(`${on.url}/sse/${token}`);
      expect(stream.status, name).toBe(404);
      await stream.text();
    }
    clock.set(0);
    expect(answers.size).toBe(1);
  });

  it("a rotated token works until its overlap ends", async () => {
    const { id, url } = await makeServer(on, account);
    const path = `/integrated-account/${account}/mcp/${id}/rotate`;
    const { body } = await on.ask<{ url: string }>("POST", path, { overlap_seconds: 60 });
    const works = async () => [
      (await rpc(url, "tools/list")).status,
      (await rpc(body.url, "tools/list")).status,
    ];
    expect(await works()).toEqual([200, 200]);
    // A second rotation without an overlap ends both tokens.
    const third = await on.ask<{ url: string }>("POST", path, { overlap_seconds: 0 });
    expect(await works()).toEqual([404, 404]);
    expect((await rpc(third.body.url, "tools/list")).status).toBe(200);
    const fourth = await on.ask<{ url: string }>("POST", path, { overlap_seconds: 60 });
    clock.set(59_000);
    expect((await rpc(third.body.url, "tools/list")).status).toBe(200);
    clock.set(61_000);
    expect((await rpc(third.body.url, "tools/list")).status).toBe(404);
    expect((await rpc(fourth.body.url, "tools/list")).status).toBe(200);
    clock.set(0);
  });

  it("an API token is required if the config says so", async () => {
    const { url, token } = await makeServer(on, account, { require_api_token_auth: true });
    const good = await apiToken();
    const own = await apiToken({ integrated_account_id: account });
    const revoked = await apiToken();
    await on.ask("DELETE", `/api-tokens/${revoked.id}`);
    const expired = await apiToken({ expires_at: new Date(Date.now() + 61_000).toISOString() });
    const theirs = await apiToken({ integrated_account_id: other });
    const status = async (bearer?: string, at = url) =>
      (await rpc(at, "tools/list", {}, bearer === undefined ? {} : { authorization: `Bearer ${bearer}` }))
        .status;

    expect(await status(good.token)).toBe(200);
    expect(await status(own.token)).toBe(200);
    expect(await status(expired.token)).toBe(200);
    clock.set(62_000);
    const rows: Record<string, string | undefined> = {
      api_token_missing: undefined,
      api_token_unknown: mintToken("api"),
      api_token_malformed: token,
      api_token_revoked: revoked.token,
      api_token_expired: expired.token,
      api_token_other_account: theirs.token,
    };
    for (const [outcome, bearer] of Object.entries(rows)) {
      expect(await status(bearer), outcome).toBe(403);
      await expect.poll(reason).toBe(outcome);
      const stream = await fetch(`${on.url}/sse/${token}`, {
        headers: bearer ? { authorization: `Bearer ${bearer}` } : {},
      });
      expect(stream.status, outcome).toBe(403);
      await stream.text();
    }
    expect(await status(on.adminToken)).toBe(403);
    // The header cannot hold both tokens, so only the URL works.
    expect(await status(token, `${on.url}/mcp`)).toBe(403);
    clock.set(0);
    const lastUse = async ({ id: wanted }: { id: string }) => {
      const { body } = await on.ask<{ result: { id: string; last_used_at: string | null }[] }>(
        "GET",
        "/api-tokens",
      );
      return body.result.find(({ id }) => id === wanted)!.last_used_at;
    };
    await expect.poll(() => lastUse(good)).not.toBeNull();
    expect(await lastUse(theirs)).toBeNull();
  });

  it("many requests with unknown tokens do not fill the store", async () => {
    const before = (
      await on.gateway.core.store.db
        .selectFrom("audit")
        .select("id")
        .where("outcome", "=", "unknown")
        .execute()
    ).length;
    await Promise.all(
      Array.from({ length: 200 }, () => rpc(`${on.url}/mcp/${mintToken("server")}`, "tools/list")),
    );
    await on.gateway.core.audit.flush();
    const after = (
      await on.gateway.core.store.db
        .selectFrom("audit")
        .select("id")
        .where("outcome", "=", "unknown")
        .execute()
    ).length;
    expect(after - before).toBeLessThanOrEqual(60);
  });
});
