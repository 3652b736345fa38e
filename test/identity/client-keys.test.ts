import { createPublicKey, generateKeyPairSync, type KeyObject } from "node:crypto";
import { describe, expect, it } from "vitest";
import { readSettings } from "../../gateway/settings.js";
import { createAgent, signInAs } from "./kit/agent.js";
import { startProvider } from "./kit/provider.js";
import { openPeople, owners, type PeopleScene } from "./kit/scene.js";

/* The gateway's own key at the provider, of each kind that people have. */
const pem = (key: KeyObject) => key.export({ type: "pkcs8", format: "pem" }) as string;
const jwk = (key: KeyObject, more: object = {}) =>
  JSON.stringify({ ...key.export({ format: "jwk" }), kid: "gateway-1", ...more });
const rsa = generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey;
const ec = (namedCurve: string) => generateKeyPairSync("ec", { namedCurve }).privateKey;
const ed25519 = generateKeyPairSync("ed25519").privateKey;

interface Row {
  readonly key: KeyObject;
  /** What the gateway's file has. */
  readonly file: (key: KeyObject) => string;
  /** The only algorithm that the provider accepts from it. */
  readonly alg: string;
}

const rows: Readonly<Record<string, Row>> = {
  "RSA, as PEM": { key: rsa, file: pem, alg: "RS256" },
  "RSA for PS256, as a JSON Web Key": { key: rsa, file: (key) => jwk(key, { alg: "PS256" }), alg: "PS256" },
  "EC on P-256, as PEM": { key: ec("P-256"), file: pem, alg: "ES256" },
  "EC on P-384, as PEM": { key: ec("P-384"), file: pem, alg: "ES384" },
  "EC on P-521, as a JSON Web Key": { key: ec("P-521"), file: jwk, alg: "ES512" },
  "EC of an old file (SEC 1), as PEM": {
    key: ec("P-256"),
    file: (key) => key.export({ type: "sec1", format: "pem" }) as string,
    alg: "ES256",
  },
  "Ed25519, as PEM": { key: ed25519, file: pem, alg: "EdDSA" },
  "Ed25519, as a JSON Web Key": { key: ed25519, file: jwk, alg: "EdDSA" },
};

/** A gateway with a key, at a provider where this key is registered. */
function openWith(clientKey: string, registered: KeyObject, alg: string): Promise<PeopleScene> {
  const published = {
    ...createPublicKey(registered).export({ format: "jwk" }),
    kid: "gateway-1",
    use: "sig",
  };
  const more = ({ clients: [client] }: { readonly clients: readonly object[] }) => ({
    clients: [
      {
        ...client,
        client_secret: undefined,
        token_endpoint_auth_method: "private_key_jwt",
        token_endpoint_auth_signing_alg: alg,
        jwks: { keys: [published] },
      },
    ],
    clientAuthMethods: ["private_key_jwt"],
    enabledJWA: { clientAuthSigningAlgValues: [alg] },
  });
  // The settings are read as at the start of a gateway.
  const { oidc } = readSettings({
    STANDPIPE_OIDC_ISSUER: "https://login.example.com",
    STANDPIPE_OIDC_CLIENT_ID: "standpipe",
    STANDPIPE_OIDC_CLIENT_KEY: clientKey,
  });
  return openPeople(
    ({ issuer }) => ({ oidc: { ...oidc!, issuer } }),
    () => startProvider({ more }),
  );
}

describe("a gateway that signs its requests to the provider with its own key", () => {
  it.each(Object.entries(rows))("signs people in: %s", async (_, { key, file, alg }) => {
    const scene = await openWith(file(key), key, alg);
    try {
      scene.provider.groups.set("ada", [owners]);
      const page = await signInAs(createAgent(), scene.on.url, "ada", "/people");
      expect([page.status, new URL(page.url).pathname]).toEqual([200, "/people"]);
    } finally {
      await scene.close();
    }
  });

  it("signs nobody in with another key than the one that is registered", async () => {
    const scene = await openWith(pem(ec("P-256")), ec("P-256"), "ES256");
    try {
      scene.provider.groups.set("ada", [owners]);
      const { html } = await signInAs(createAgent(), scene.on.url, "ada", "/people");
      expect(html).toContain("The sign-in did not work. Start it again from here.");
      const reason = async () => JSON.stringify((await scene.on.ask("GET", "/log?kind=access")).body);
      await expect.poll(reason).toContain("invalid_client");
    } finally {
      await scene.close();
    }
  });

  const locked = generateKeyPairSync("rsa", {
    modulusLength: 2048,
    publicKeyEncoding: { type: "spki", format: "pem" },
    privateKeyEncoding: { type: "pkcs8", format: "pem", cipher: "aes-256-cbc", passphrase: "of-the-tests" },
  });
  it.each(
    Object.entries({
      "a key with a password": [locked.privateKey, "must be a private key without a password"],
      "a public key": [locked.publicKey, "must be a private key without a password"],
      "a public JSON Web Key": [
        JSON.stringify(createPublicKey(rsa).export({ format: "jwk" })),
        "must be a private key without a password",
      ],
      "a text that is cut": ['{"kty":"EC","crv":"P-256"', "is not valid JSON"],
      "a curve that providers do not take": [
        pem(ec("secp256k1")),
        "must be an RSA, EC (P-256, P-384, P-521)",
      ],
    }),
  )("does not start with %s, and does not repeat it", (_, [text, says]) => {
    const read = () =>
      readSettings({
        STANDPIPE_OIDC_ISSUER: "https://login.example.com",
        STANDPIPE_OIDC_CLIENT_ID: "standpipe",
        STANDPIPE_OIDC_CLIENT_KEY: text,
      });
    expect(read).toThrow(says);
    expect(read).not.toThrow(text!.trim().split("\n").at(-2) ?? text);
  });
});
