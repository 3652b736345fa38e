import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeAccount, makeServer, startTestGateway, type TestGateway } from "../kit/gateway.js";
import { startIssuer, type TestIssuer } from "../kit/issuer.js";
import { list, shares, stub, usual } from "./kit.js";

/** Those of RFC 7518 with a key pair, and both names of Ed25519 (RFC 8037 and RFC 9864). */
const accepted = "RS256 RS384 RS512 PS256 PS384 PS512 ES256 ES384 ES512 EdDSA Ed25519".split(" ");

describe("access tokens of an issuer", () => {
  const issuers = new Map<string, TestIssuer>();
  let on: TestGateway;
  let resource: string;
  beforeAll(async () => {
    for (const alg of accepted) issuers.set(alg, await startIssuer("", alg));
    const urls = [...issuers.values()].map(({ url }) => url);
    on = await startTestGateway({ settings: { baseUrls: [stub.url], oauth: { ...usual, issuers: urls } } });
    const oauth = { ...shares, without_token: true };
    const { id } = await makeServer(on, await makeAccount(on, stub.url), { oauth });
    resource = `${on.url}/mcp/${id}`;
  });
  afterAll(async () => {
    await on.stop();
    await Promise.all([...issuers.values()].map((issuer) => issuer.close()));
  });

  it.each(accepted)("that signs with %s are accepted, and those of another key are not", async (alg) => {
    const issuer = issuers.get(alg)!;
    const token = await issuer.sign({ aud: resource, scope: "all" });
    expect((await list(resource, token)).status).toBe(200);
    const { kid = "" } = issuer.jwk;
    await issuer.changeKey();
    const forged = await issuer.sign({ aud: resource, scope: "all" }, { kid });
    expect((await list(resource, forged)).status).toBe(401);
  });
});
