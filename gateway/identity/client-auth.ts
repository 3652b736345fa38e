import { importPKCS8 } from "jose";
import * as client from "openid-client";
import { readClientKey } from "./client-key.js";

/** What proves that a request to the provider is the gateway's. Both are absent for a public client. */
export interface ClientProof {
  readonly clientSecret?: string;
  /** A private key instead of a secret, as PEM or as a JSON Web Key. */
  readonly clientKey?: string;
}

/** How the gateway proves itself to the provider: by a key, by a secret, or not at all. */
export async function clientAuth({ clientSecret, clientKey }: ClientProof): Promise<client.ClientAuth> {
  if (clientKey !== undefined) return clientKeyAuth(clientKey);
  return clientSecret === undefined ? client.None() : secretAuth(clientSecret);
}

/** Sends the secret in the way that the provider lists. Without a list, it is Basic (RFC 8414). */
function secretAuth(secret: string): client.ClientAuth {
  const [basic, post] = [client.ClientSecretBasic(secret), client.ClientSecretPost(secret)];
  return (server, ...request) => {
    const listed = server.token_endpoint_auth_methods_supported ?? ["client_secret_basic"];
    return (listed.includes("client_secret_basic") ? basic : post)(server, ...request);
  };
}

/** Signs the requests to the provider's token endpoint. */
async function clientKeyAuth(text: string): Promise<client.ClientAuth> {
  const { key, algorithm, kid, thumbprint } = readClientKey(text);
  const pem = key.export({ type: "pkcs8", format: "pem" }) as string;
  return client.PrivateKeyJwt(
    { key: await importPKCS8(pem, algorithm), kid },
    {
      [client.modifyAssertion](header) {
        // The library calls Ed25519 by its newer name, which many providers do not know.
        header["alg"] = algorithm;
        if (thumbprint) header["x5t#S256"] = thumbprint;
      },
    },
  );
}
