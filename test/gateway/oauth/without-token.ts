import { describe, expect, it } from "vitest";
import { makeServer } from "../kit/gateway.js";
import {
  issuer,
  other,
  on,
  account,
  server,
  open,
  shares,
  resource,
  tokenFor,
  list,
  newestLog,
} from "./kit.js";

describe("a client without an access token", () => {
  it("gets a pointer to the metadata, at both forms of the URL", async () => {
    for (const [at, url] of [
      [server, `${resource(server)}/${server.token}`],
      [server, `${on.url}/mcp/${server.token}`],
      [open, resource(open)],
    ] as const) {
      const { status, headers } = await list(url);
      expect(status).toBe(401);
      const metadata = `${on.url}/.well-known/oauth-protected-resource/mcp/${at.id}`;
      expect(headers.get("www-authenticate")).toBe(
        `Bearer resource_metadata="${metadata}", scope="incidents:read incidents:write all"`,
      );
      expect((await fetch(metadata)).status).toBe(200);
    }
    expect((await newestLog("access"))["outcome"]).toBe("oauth_missing");
  });

  it("learns issuer and scopes from the metadata, and no secret", async () => {
    const read = async (id: string) =>
      (await fetch(`${on.url}/.well-known/oauth-protected-resource/mcp/${id}`)).json();
    expect(await read(server.id)).toEqual({
      resource: resource(server),
      authorization_servers: [issuer.url, other.url],
      scopes_supported: ["incidents:read", "incidents:write", "all"],
      bearer_methods_supported: ["header"],
    });
    expect(await read(open.id)).toMatchObject({ authorization_servers: [issuer.url] });
    // A client that ignores the header asks at the path of its whole URL.
    expect(await read(`${server.id}/${server.token}`)).toEqual(await read(server.id));
  });

  it("finds no metadata of servers without OAuth, revoked servers, or unknown ones", async () => {
    const plain = await makeServer(on, account);
    const revoked = await makeServer(on, account, { oauth: shares });
    await on.ask("DELETE", `/integrated-account/${account}/mcp/${revoked.id}`);
    for (const path of [
      `/mcp/${plain.id}`,
      `/mcp/${revoked.id}`,
      "/mcp/srv_none",
      `/mcp/${server.token}`,
      "",
    ]) {
      const { status } = await fetch(`${on.url}/.well-known/oauth-protected-resource${path}`);
      expect(status, path).toBe(404);
    }
    const posted = await fetch(`${on.url}/.well-known/oauth-protected-resource/mcp/${server.id}`, {
      method: "POST",
    });
    expect(posted.status).toBe(405);
  });
});

describe("the URL without a token", () => {
  it("accepts an access token alone if the config says so", async () => {
    expect((await list(resource(open), await tokenFor(open, "all"))).status).toBe(200);
  });

  it("otherwise does not exist, with any credential", async () => {
    const plain = await makeServer(on, account);
    const unknown = await list(`${on.url}/mcp/srv_none`);
    for (const at of [server, plain]) {
      for (const token of [undefined, await tokenFor(at, "all"), at.token]) {
        const { status, text } = await list(resource(at), token);
        expect([status, text]).toEqual([404, unknown.text]);
      }
    }
    expect((await newestLog("access"))["outcome"]).toBe("token_missing");
  });

  it("does not exist for the token of another server", async () => {
    const plain = await makeServer(on, account);
    expect((await list(`${resource(plain)}/${plain.token}`)).status).toBe(200);
    expect((await list(`${resource(open)}/${plain.token}`)).status).toBe(404);
    expect((await newestLog("access"))["outcome"]).toBe("other_server");
  });

  it("stops when its server is revoked", async () => {
    const ended = await makeServer(on, account, { oauth: { ...shares, without_token: true } });
    const token = await tokenFor(ended, "all");
    expect((await list(resource(ended), token)).status).toBe(200);
    await on.ask("DELETE", `/integrated-account/${account}/mcp/${ended.id}`);
    expect((await list(resource(ended), token)).status).toBe(404);
  });
});
