import { createHash, createPublicKey, generateKeyPairSync, X509Certificate } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createConsent } from "../../gateway/consent/consent.js";
import { mountPage } from "../../gateway/page/page.js";
import { startTestGateway, type TestGateway } from "../gateway/kit/gateway.js";
import { makeCertificate } from "../runtime/outage/certificate.js";
import { createAgent, signInAs, submit } from "./kit/agent.js";
import { startOwnProcess, type OwnProcess, type Product } from "./kit/own-process.js";

const ownerGroup = "0f7c1a52-9d5e-4a55-8f0e-2b1d3c4e5f60";
const { privateKey, publicKey } = generateKeyPairSync("rsa", { modulusLength: 2048 });
const certified = makeCertificate();
const thumbprint = createHash("sha256").update(new X509Certificate(certified.cert).raw).digest("base64url");
const published = { ...publicKey.export({ format: "jwk" }), kid: "gateway-1", use: "sig", alg: "RS256" };
const jwk = JSON.stringify({ ...privateKey.export({ format: "jwk" }), kid: "gateway-1", alg: "RS256" });
const secret = "secret-of-the-tests-0123456789-abcdef";

interface Row {
  /** The gateway's settings for it. */
  readonly settings: object;
  /** The gateway, as the product's operator registers it. */
  readonly client: object;
  /** The thumbprint of the certificate that the product finds the gateway's key by. */
  readonly thumbprint?: string;
}

const byKey = (key: object) => ({
  token_endpoint_auth_method: "private_key_jwt",
  token_endpoint_auth_signing_alg: "alg" in key ? key.alg : "ES256",
  jwks: { keys: [key] },
});

/** As the recipes of docs/sign-in.md set them up. */
const rows: Readonly<Record<Product, Row>> = {
  entra: {
    settings: { clientKey: certified.key + certified.cert },
    client: {
      ...byKey(createPublicKey(certified.key).export({ format: "jwk" })),
      subject_type: "pairwise",
    },
    thumbprint,
  },
  okta: { settings: { clientKey: jwk, scopes: "openid profile groups" }, client: byKey(published) },
  keycloak: {
    settings: { clientSecret: secret },
    client: { token_endpoint_auth_method: "client_secret_post", client_secret: secret },
  },
};

const many = Array.from({ length: 201 }, (_, at) => `group-${at}`);
const people = {
  ada: { groups: [ownerGroup] },
  bob: { groups: ["another"] },
  eve: { groups: [...many, ownerGroup] },
};

describe.each(Object.entries(rows))(
  "a provider like %s, in a process of its own",
  (product, { settings, client, thumbprint }) => {
    let provider: OwnProcess;
    let on: TestGateway;

    beforeAll(async () => {
      provider = await startOwnProcess(product as Product, settings);
      const oidc = provider.settings;
      on = await startTestGateway({
        settings: { oidc, ownerGroups: [ownerGroup] },
        consent: createConsent,
        mounts: [mountPage],
      });
      await provider.setUp(
        {
          ...client,
          redirect_uris: [`${on.url}/sign-in/callback`],
          ...(product === "keycloak" && {
            backchannel_logout_uri: `${on.url}/sign-in/ended`,
            backchannel_logout_session_required: true,
          }),
        },
        people,
        thumbprint,
      );
    });
    afterAll(async () => {
      await on?.stop();
      await provider?.close();
    });

    it("signs people in with their groups, and nobody is registered by the gateway", async () => {
      expect(provider.pid).not.toBe(process.pid);
      const agent = createAgent();
      const page = await signInAs(agent, on.url, "ada", "/people");
      expect([page.status, new URL(page.url).pathname]).toEqual([200, "/people"]);
      const metadata = (await (
        await fetch(`${provider.issuer}/.well-known/openid-configuration`)
      ).json()) as object;
      expect(metadata).not.toHaveProperty("registration_endpoint");
    });

    it("refuses a person without a role", async () => {
      const { html } = await signInAs(createAgent(), on.url, "bob");
      expect(html).toContain("but you have no role here");
      expect(html).not.toContain("left out your groups");
    });

    it.runIf(product === "entra")(
      "says that groups are left out, for a person in more than 200",
      async () => {
        const { html } = await signInAs(createAgent(), on.url, "eve");
        expect(html).toContain("The provider left out your groups, because you are in too many.");
      },
    );

    it.runIf(product !== "entra")("signs a person in who is in more than 200 groups", async () => {
      expect((await signInAs(createAgent(), on.url, "eve", "/people")).status).toBe(200);
    });

    it.runIf(product === "keycloak")("ends the session when the person signs out there", async () => {
      const agent = createAgent();
      await signInAs(agent, on.url, "ada", "/people");
      await submit(agent, await agent.open(`${provider.issuer}/session/end`), { logout: "yes" });
      await expect.poll(async () => (await agent.open(`${on.url}/people`)).url).toContain("/sign-in");
    });
  },
);
