import { createServer, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, SignJWT, type JWK, type JWTPayload } from "jose";

/** An issuer that signs any access token, and can be down, slow or wrong. */
export interface TestIssuer {
  readonly url: string;
  /** Requested paths. */
  readonly asked: string[];
  /** The public key in its metadata, to be misused. */
  readonly jwk: JWK;
  /** Answers instead of the default, if it returns something. */
  reply: (path: string, response: ServerResponse) => boolean;
  /** A token that is valid for an hour, unless the claims differ. */
  sign(claims: JWTPayload, header?: Partial<{ kid: string; typ: string }>): Promise<string>;
  /** Signs with a new key from now on. */
  changeKey(): Promise<void>;
  close(): Promise<void>;
}

/**
 * @param path of its URL, after the origin
 * @param alg of its signatures
 */
export async function startIssuer(path = "", alg = "RS256"): Promise<TestIssuer> {
  const asked: string[] = [];
  let made = 0;
  let key = await newKey();

  async function newKey() {
    const { publicKey, privateKey } = await generateKeyPair(alg, { extractable: true });
    const jwk = { ...(await exportJWK(publicKey)), kid: `key-${++made}`, alg, use: "sig" };
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
        .setProtectedHeader({ alg, kid: key.jwk.kid, typ: "at+jwt", ...header })
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
