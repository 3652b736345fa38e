import { describe, expect, it } from "vitest";
import { createOriginReader } from "../../gateway/ops/proxy.js";
import { type MadeServer } from "./kit/gateway.js";
import { on, server, raw } from "./kit/operated.js";

describe("probes", () => {
  it.each(["10.1.2.3:8808", "[fd00::7]:8808", "10.1.2.3", "standpipe:8808", "standpipe.prod.svc"])(
    "of health that know %s alone are answered",
    async (host) => {
      for (const path of ["/healthz", "/readyz"]) expect((await raw(path, { host })).status, path).toBe(200);
      expect((await raw("/metrics", { host })).status).toBe(401);
      expect((await raw("/openapi.json", { host })).status).toBe(403);
      expect((await raw("/healthz", { host, origin: "http://evil.example.com" })).status).toBe(403);
    },
  );
});

describe("proxies", () => {
  it("that are named tell the client's address, host and protocol", async () => {
    const headers = {
      host: "127.0.0.1",
      "x-forwarded-for": "203.0.113.9, 127.0.0.1",
      "x-forwarded-host": "pipe.example.com",
      "x-forwarded-proto": "https",
    };
    const { body } = await on.ask<MadeServer>(
      "POST",
      `/integrated-account/${server.integrated_account_id}/mcp`,
      { name: "x" },
      {
        ...headers,
        authorization: `Bearer ${on.adminToken}`,
      },
    );
    expect(body.url).toMatch(/^https:\/\/pipe\.example\.com\/mcp\/sp_/);
    const { body: log } = await on.ask<{ result: { address: string }[] }>(
      "GET",
      "/log?action=server.create&limit=1",
    );
    expect(log.result[0]!.address).toBe("203.0.113.9");
    expect((await raw("/log", { ...headers, "x-forwarded-host": "evil.example.com" })).status).toBe(403);
  });

  const asked = (proxies: string[], peer: string, headers: Record<string, string>) =>
    createOriginReader(proxies)({
      headers: { host: "a", ...headers },
      socket: { remoteAddress: peer },
    } as never);

  it.each([
    ["nobody is named", [], "10.0.0.1", "1.2.3.4", "10.0.0.1"],
    ["another is named", ["10.0.0.2"], "10.0.0.1", "1.2.3.4", "10.0.0.1"],
    ["the peer is named", ["10.0.0.1"], "10.0.0.1", "1.2.3.4", "1.2.3.4"],
    ["its network is named", ["10.0.0.0/8"], "10.9.9.9", "1.2.3.4", "1.2.3.4"],
    ["it came over IPv6", ["10.0.0.1"], "::ffff:10.0.0.1", "1.2.3.4", "1.2.3.4"],
    ["it is IPv6", ["fd00::/8"], "fd00::1", "2001:db8::1", "2001:db8::1"],
    ["the client lies in front", ["10.0.0.0/8"], "10.0.0.1", "6.6.6.6, 1.2.3.4, 10.0.0.7", "1.2.3.4"],
    ["all are proxies", ["10.0.0.0/8"], "10.0.0.1", "10.0.0.3, 10.0.0.2", "10.0.0.3"],
    ["the header is empty", ["10.0.0.1"], "10.0.0.1", "", "10.0.0.1"],
    ["the header is nonsense", ["10.0.0.1"], "10.0.0.1", "<script>", "10.0.0.1"],
    ["there is a port", ["10.0.0.1"], "10.0.0.1", "1.2.3.4:5678", "1.2.3.4"],
  ])("are handled correctly if %s", (_, proxies, peer, forwarded, want) => {
    expect(asked(proxies, peer, { "x-forwarded-for": forwarded }).address).toBe(want);
  });

  it("are required for a forwarded host or protocol", () => {
    const headers = { "x-forwarded-host": "evil", "x-forwarded-proto": "https" };
    expect(asked([], "10.0.0.1", headers)).toMatchObject({ host: "a", protocol: "http" });
    expect(asked(["10.0.0.1"], "10.0.0.1", headers)).toMatchObject({ host: "evil", protocol: "https" });
  });

  it.each(["nonsense", "10.0.0.0/33", "10.0.0.0/x", "fd00::/200", "10.0.0.0/-1"])(
    "cannot be configured as %s",
    (proxy) => {
      expect(() => createOriginReader([proxy])).toThrow("STANDPIPE_TRUSTED_PROXIES");
    },
  );
});
