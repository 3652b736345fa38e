import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import { afterEach, describe, expect, it } from "vitest";
import type { Auth, OAuthScheme, Scheme } from "../../../runtime/contract/auth.js";
import { json, writeTool } from "../kit/stub.js";
import { opened, account, provider } from "./kit.js";

afterEach(async () => void (await Promise.all(opened.splice(0).map((one) => one.close()))));

describe("HTTP Digest", () => {
  const digest = { kind: "digest", variables: { user: "USER", password: "PASSWORD" } } as const;
  const auth: Auth = { schemes: { digest }, ways: [["digest"]] };
  const md5 = (text: string) => createHash("md5").update(text).digest("hex");

  it("answers the challenge, counts on with its nonce, and takes another", async () => {
    const nonces = ["n-1", "n-2"];
    const seen: string[] = [];
    const { url, requests } = await provider((request, response) => {
      const given = request.headers.authorization ?? "";
      const field = (name: string) => new RegExp(`${name}="?([^",]+)`).exec(given)?.[1] ?? "";
      const secret = md5("ann:a b:pass");
      const counted = `${nonces[0]}:${field("nc")}:${field("cnonce")}:auth`;
      const good = md5(`${secret}:${counted}:${md5(`${request.method}:${request.url}`)}`);
      seen.push(field("nc"));
      if (field("response") === good && field("uri") === request.url) return json(response, { ok: true });
      const challenge = `Digest realm="a b", qop="auth, auth-int", nonce="${nonces[0]}", opaque="o"`;
      json(response, {}, 401, { "www-authenticate": challenge });
    });
    const acme = account(url, auth, { USER: "ann", PASSWORD: "pass" });
    expect([await acme.call(), await acme.call(writeTool())]).toEqual([{ ok: true }, { ok: true }]);
    nonces.shift();
    expect(await acme.call()).toEqual({ ok: true });
    expect(seen).toEqual(["", "00000001", "00000002", "00000003", "00000001"]);
    expect(requests[0]!.headers.authorization).toBeUndefined();
  });

  it("sends wrong credentials once, and shows no password", async () => {
    const { url, requests } = await provider((_, response) =>
      json(response, {}, 401, { "www-authenticate": 'Digest realm="r", nonce="n"' }),
    );
    const { error } = await account(url, auth, { USER: "ann", PASSWORD: "pass-1234" }).call();
    expect([error.kind, requests.length]).toEqual(["credentials", 2]);
    expect(JSON.stringify([error, requests.map(({ headers }) => headers)])).not.toContain("pass-1234");
  });
});

describe("OAuth 2", () => {
  const variables = { token: "TOKEN", id: "ID", secret: "SECRET", refresh: "REFRESH" };
  const client = { ID: "client 1", SECRET: "s3cret:ö" };

  /** An API and its token endpoint. Tokens count up; the API takes only the newest. */
  async function oauthProvider({ expiresIn = 3600, clientAuth = "header", refuse = "" } = {}) {
    const asked: { headers: IncomingMessage["headers"]; body: URLSearchParams }[] = [];
    let good = 0;
    const tokens = await provider((request, response) => {
      let text = "";
      request.on("data", (part) => (text += String(part)));
      request.on("end", () => {
        const body = new URLSearchParams(text);
        asked.push({ headers: request.headers, body });
        const isInBody = body.has("client_secret");
        if (refuse !== "")
          return json(response, { error: refuse, error_description: "s3cret:ö is wrong" }, 400);
        if (clientAuth === "body" && !isInBody) return json(response, { error: "invalid_client" }, 401);
        good += 1;
        const rotated =
          body.get("grant_type") === "refresh_token" ? { refresh_token: `refresh-${good + 1}` } : {};
        json(response, {
          access_token: `token-${good}`,
          token_type: "Bearer",
          expires_in: expiresIn,
          ...rotated,
        });
      });
    });
    const api = await provider((request, response) => {
      const isGood = request.headers.authorization === `Bearer token-${good}`;
      json(response, isGood ? { ok: good } : { detail: "token-1 is expired" }, isGood ? 200 : 401);
    });
    const scheme = {
      kind: "oauth",
      tokenUrl: `${tokens.url}/token`,
      scopes: ["read", "write"],
      variables,
    } as const;
    return {
      api,
      tokens,
      asked,
      auth: { schemes: { o: scheme }, ways: [["o"]] } as Auth,
      revoke: () => (good += 1),
    };
  }

  it("client credentials fetch one token for many calls at once, and keep it", async () => {
    const { api, asked, auth } = await oauthProvider();
    const acme = account(api.url, auth, client);
    const answers = await Promise.all([acme.call(), acme.call(), acme.call()]);
    answers.push(await acme.call());
    expect(answers).toEqual(Array(4).fill({ ok: 1 }));
    expect(asked).toHaveLength(1);
    expect(Object.fromEntries(asked[0]!.body)).toMatchObject({
      grant_type: "client_credentials",
      scope: "read write",
    });
    const basic = Buffer.from(asked[0]!.headers.authorization!.slice(6), "base64").toString();
    expect(basic).toBe("client+1:s3cret%3A%C3%B6");
  });

  it("a secret goes into the body where the endpoint wants it there", async () => {
    const { api, asked, auth } = await oauthProvider({ clientAuth: "body" });
    expect(await account(api.url, auth, client).call()).toEqual({ ok: 1 });
    expect(asked.at(-1)!.body.get("client_secret")).toBe("s3cret:ö");
  });

  it("a token that has expired is renewed before the next call", async () => {
    const { api, asked, auth } = await oauthProvider({ expiresIn: 0 });
    const acme = account(api.url, auth, client);
    expect([await acme.call(), await acme.call()]).toEqual([{ ok: 1 }, { ok: 2 }]);
    expect(asked).toHaveLength(2);
  });

  it("a token that the API refuses in the middle of a run is renewed once, for a write too", async () => {
    const { api, asked, auth, revoke } = await oauthProvider();
    const acme = account(api.url, auth, client);
    await acme.call();
    revoke();
    expect(await acme.call(writeTool())).toEqual({ ok: 3 });
    expect(asked).toHaveLength(2);
    expect(api.requests).toHaveLength(3);
  });

  it("a refresh token fetches tokens, and its successor is used next", async () => {
    const { api, asked, auth } = await oauthProvider({ expiresIn: 0 });
    const acme = account(api.url, auth, { ID: "client", REFRESH: "refresh-1" });
    await acme.call();
    await acme.call();
    expect(asked.map(({ body }) => body.get("refresh_token"))).toEqual(["refresh-1", "refresh-2"]);
    expect(asked[0]!.headers.authorization).toBeUndefined();
  });

  it("an access token that is given is sent as it is", async () => {
    const { api, asked, auth } = await oauthProvider();
    const { error } = await account(api.url, auth, { TOKEN: "given", ...client }).call();
    expect(error.kind).toBe("credentials");
    expect(api.requests[0]!.headers.authorization).toBe("Bearer given");
    expect(asked).toHaveLength(0);
  });

  it("a refusal of the token endpoint says what to check, and no secret", async () => {
    const { api, auth } = await oauthProvider({ refuse: "invalid_scope" });
    const { error } = await account(api.url, auth, client).call();
    expect(error).toMatchObject({ kind: "credentials" });
    expect(error.message).toContain("refused to give an access token (400, invalid_scope)");
    expect(JSON.stringify(error)).not.toContain("s3cret");
    expect(api.requests).toHaveLength(0);
  });

  it("a secret is not sent without TLS beyond the machine", async () => {
    const { api, auth } = await oauthProvider();
    const scheme = { ...auth.schemes["o"]!, tokenUrl: "http://tokens.invalid/token" } as Scheme;
    const { error } = await account(api.url, { schemes: { o: scheme }, ways: [["o"]] }, client).call();
    expect(error.message).toContain("has no TLS");
  });

  it("an OpenID provider names the token endpoint, once it names itself as the issuer", async () => {
    const { api, tokens, auth } = await oauthProvider();
    const named = { issuer: "", token_endpoint: `${tokens.url}/token` };
    const openId = await provider((_, response) => json(response, named));
    const { tokenUrl: _, ...others } = auth.schemes["o"] as OAuthScheme;
    const scheme = { ...others, provider: `${openId.url}/.well-known/openid-configuration` };
    const acme = account(api.url, { schemes: { o: scheme }, ways: [["o"]] }, client);
    const { error } = await acme.call();
    expect(error).toMatchObject({ kind: "credentials" });
    expect(error.message).toContain("names no token endpoint for the issuer");
    named.issuer = openId.url;
    expect(await acme.call()).toEqual({ ok: 1 });
    expect(openId.requests.map(({ url }) => url)).toEqual(Array(2).fill("/.well-known/openid-configuration"));
    expect(openId.requests.every(({ headers }) => headers.authorization === undefined)).toBe(true);
  });

  it("no answer or message has a fetched token", async () => {
    const { api, auth, revoke, tokens } = await oauthProvider();
    const acme = account(api.url, auth, client);
    expect(acme.upstream.conceal("token-1 and s3cret:ö")).toBe("token-1 and [redacted]");
    await acme.call();
    expect(acme.upstream.conceal("token-1 and s3cret:ö")).toBe("[redacted] and [redacted]");
    revoke();
    await tokens.close();
    const { error } = await acme.call();
    expect(JSON.stringify(error)).not.toMatch(/token-\d|s3cret/);
  });
});
