import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT, type JWK, type JWTPayload } from "jose";

/** An issuer of access tokens that signs whatever a test wants, and can be down, slow or a liar. */
export interface TestIssuer {
  readonly url: string;
  /** Paths that were asked for. */
  readonly asked: string[];
  /** The public key's part of what it publishes, to be misused. */
  readonly jwk: JWK;
  /** Answers in the usual one's stead, where it does anything. */
  reply: (path: string, response: ServerResponse) => boolean;
  /** A token, good for an hour unless the claims say otherwise. */
  sign(claims: JWTPayload, header?: Partial<{ kid: string; typ: string }>): Promise<string>;
  /** Signs with a new key from now on. */
  changeKey(): Promise<void>;
  close(): Promise<void>;
}

/** @param path what its URL has after the origin */
export async function startIssuer(path = ""): Promise<TestIssuer> {
  const asked: string[] = [];
  let made = 0;
  let key = await newKey();

  async function newKey() {
    const { publicKey, privateKey } = await generateKeyPair("RS256", { extractable: true });
    const jwk = { ...(await exportJWK(publicKey)), kid: `key-${++made}`, alg: "RS256", use: "sig" };
    return { jwk, publicKey, privateKey };
  }

  const server = createServer((request, response) => {
    const at = request.url!;
    asked.push(at);
    if (issuer.reply(at, response)) return;
    const documents: Record<string, object> = {
      [`/.well-known/oauth-authorization-server${path}`]: {
        issuer: issuer.url,
        jwks_uri: `${issuer.url}/keys`,
      },
      [`${path}/keys`]: { keys: [key.jwk] },
    };
    const found = documents[at];
    response.writeHead(found ? 200 : 404, { "content-type": "application/json" }).end(JSON.stringify(found));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const issuer: TestIssuer = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
    asked,
    get jwk() {
      return key.jwk;
    },
    reply: () => false,
    sign: (claims, header) =>
      new SignJWT({ iss: issuer.url, sub: "ada", exp: Math.floor(Date.now() / 1000) + 3600, ...claims })
        .setProtectedHeader({ alg: "RS256", kid: key.jwk.kid, typ: "at+jwt", ...header })
        .sign(key.privateKey),
    async changeKey() {
      key = await newKey();
    },
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return issuer;
}
