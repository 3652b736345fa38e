import { generateKeyPair, importJWK, exportSPKI, SignJWT, UnsecuredJWT } from "jose";
import { describe, expect, it } from "vitest";
import { issuer, other, on, server, open, resource, tokenFor, list, newestLog } from "./kit.js";

describe("an access token is refused", () => {
  const hour = 3600;
  const inSeconds = (seconds: number) => Math.floor(Date.now() / 1000) + seconds;

  const rows: Record<string, { given: () => Promise<string> | string; outcome: string }> = {
    "that has expired": {
      given: () => tokenFor(server, "all", { exp: inSeconds(-31) }),
      outcome: "oauth_expired",
    },
    "that never expires": {
      given: () => tokenFor(server, "all", { exp: undefined }),
      outcome: "oauth_claims",
    },
    "that doesn't count yet": {
      given: () => tokenFor(server, "all", { nbf: inSeconds(hour) }),
      outcome: "oauth_not_yet",
    },
    "for another server": { given: () => tokenFor(open, "all"), outcome: "oauth_audience" },
    "for the whole gateway": {
      given: () => tokenFor(server, "all", { aud: on.url }),
      outcome: "oauth_audience",
    },
    "for nobody": { given: () => tokenFor(server, "all", { aud: undefined }), outcome: "oauth_audience" },
    "of an issuer that nobody named": {
      given: () => tokenFor(server, "all", { iss: "https://issuer.example.com" }),
      outcome: "oauth_issuer",
    },
    "of no issuer": { given: () => tokenFor(server, "all", { iss: undefined }), outcome: "oauth_issuer" },
    "of nobody": { given: () => tokenFor(server, "all", { sub: undefined }), outcome: "oauth_claims" },
    "signed by one issuer in another's name": {
      given: () =>
        other.sign({ iss: issuer.url, aud: resource(server), scope: "all" }, { kid: issuer.jwk.kid! }),
      outcome: "oauth_signature",
    },
    "signed with a key of its own": { given: ownKey, outcome: "oauth_signature" },
    "whose header brings its key": { given: () => ownKey(true), outcome: "oauth_signature" },
    "with a key that the issuer doesn't have": {
      given: () => issuer.sign({ aud: resource(server), scope: "all" }, { kid: "key-99" }),
      outcome: "oauth_key",
    },
    "that is not signed": {
      given: () => new UnsecuredJWT({ ...claims(), exp: inSeconds(hour) }).encode(),
      outcome: "oauth_algorithm",
    },
    "signed with the public key as a shared secret": { given: publicKeyAsSecret, outcome: "oauth_algorithm" },
    "whose claims were changed": { given: changedClaims, outcome: "oauth_signature" },
    "that is a logout token": {
      given: () => issuer.sign({ aud: resource(server), scope: "all" }, { typ: "logout+jwt" }),
      outcome: "oauth_malformed",
    },
    "that is not a JWT": { given: () => "opaque-access-token", outcome: "oauth_malformed" },
    "that is the server's own token": { given: () => server.token, outcome: "oauth_malformed" },
  };

  const claims = () => ({ iss: issuer.url, sub: "ada", aud: resource(server), scope: "all" });

  async function ownKey(inHeader = false): Promise<string> {
    const { privateKey } = await generateKeyPair("RS256");
    const jwk = inHeader ? { jwk: issuer.jwk, jku: `${other.url}/keys` } : {};
    return new SignJWT({ ...claims(), exp: inSeconds(hour) })
      .setProtectedHeader({ alg: "RS256", kid: issuer.jwk.kid!, ...jwk })
      .sign(privateKey);
  }

  async function publicKeyAsSecret(): Promise<string> {
    const key = (await importJWK(issuer.jwk, "RS256", { extractable: true })) as Parameters<
      typeof exportSPKI
    >[0];
    return new SignJWT({ ...claims(), exp: inSeconds(hour) })
      .setProtectedHeader({ alg: "HS256", kid: issuer.jwk.kid! })
      .sign(new TextEncoder().encode(await exportSPKI(key)));
  }

  async function changedClaims(): Promise<string> {
    const [header, body, signature] = (await tokenFor(server, "incidents:read")).split(".") as [
      string,
      string,
      string,
    ];
    const said = JSON.parse(Buffer.from(body, "base64url").toString()) as object;
    const changed = Buffer.from(JSON.stringify({ ...said, scope: "all" })).toString("base64url");
    return [header, changed, signature].join(".");
  }

  it.each(Object.entries(rows))("%s", async (_, { given, outcome }) => {
    const url = `${resource(server)}/${server.token}`;
    const { status, headers } = await list(url, await given());
    expect(status).toBe(401);
    expect(headers.get("www-authenticate")).toMatch(
      /^Bearer error="invalid_token", error_description="The access token[^"]+\.", resource_metadata="[^"]+", scope="[^"]+"$/,
    );
    expect(await newestLog("access")).toMatchObject({ outcome, actor: "stranger", server_id: server.id });
  });

  it("from a known issuer that this server does not accept", async () => {
    const token = await other.sign({ aud: resource(open), scope: "all" });
    expect((await list(resource(open), token)).status).toBe(401);
    expect((await newestLog("access"))["outcome"]).toBe("oauth_issuer");
  });

  it("in the query", async () => {
    const token = await tokenFor(open, "all");
    expect((await list(`${resource(open)}?access_token=${token}`)).status).toBe(401);
  });

  it("in the header without the URL's token, or next to it on /mcp", async () => {
    const token = await tokenFor(server, "all");
    expect((await list(`${on.url}/mcp`, token)).status).toBe(404);
    expect((await list(`${on.url}/mcp`, server.token)).status).toBe(401);
  });

  it("used too early, beyond the tolerance", async () => {
    const url = `${resource(server)}/${server.token}`;
    expect((await list(url, await tokenFor(server, "all", { exp: inSeconds(-20) }))).status).toBe(200);
    expect((await list(url, await tokenFor(server, "all", { nbf: inSeconds(20) }))).status).toBe(200);
  });
});
