import { createHash, createPublicKey, X509Certificate } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startCommand, type Started } from "../deploy/kit/start.js";
import { freePort } from "../fixtures/free-port.js";
import { plainBundle } from "../fixtures/shared-build.js";
import { makeCertificate } from "../runtime/outage/certificate.js";
import { createAgent, signInAs } from "./kit/agent.js";
import { startOwnProcess, type OwnProcess } from "./kit/own-process.js";

/* The gateway of the bundle, which signs its requests to the provider with a key from a file. */
const ownerGroup = "0f7c1a52-9d5e-4a55-8f0e-2b1d3c4e5f60";
const { key, cert } = makeCertificate();

describe("the bundle's gateway with its key for the provider in a file", () => {
  let folder: string;
  let provider: OwnProcess;
  let program: string;
  let running: Started | undefined;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "standpipe-key-file-"));
    [provider, program] = await Promise.all([
      startOwnProcess("entra", {}),
      plainBundle().then((bundle) => join(bundle, "dist/standpipe.mjs")),
    ]);
  });
  afterAll(async () => {
    await running?.stop();
    await provider?.close();
    await rm(folder, { recursive: true, force: true });
  });

  async function start(port: number, text: string | undefined): Promise<Started> {
    const file = join(folder, "client-key.pem");
    await rm(file, { force: true });
    if (text !== undefined) await writeFile(file, text, { mode: 0o600 });
    const env = {
      ...process.env,
      STANDPIPE_OIDC_ISSUER: provider.issuer,
      STANDPIPE_OIDC_CLIENT_ID: "standpipe",
      STANDPIPE_OIDC_CLIENT_KEY_FILE: file,
      STANDPIPE_OWNER_GROUPS: ownerGroup,
    };
    const args = [program, "gateway", "--port", String(port), "--data", join(folder, "data")];
    return startCommand(process.execPath, args, /API: http/, { env });
  }

  it("signs people in, and keeps the key out of its output", async () => {
    const port = await freePort();
    const url = `http://127.0.0.1:${port}`;
    await provider.setUp(
      {
        redirect_uris: [`${url}/sign-in/callback`],
        token_endpoint_auth_method: "private_key_jwt",
        token_endpoint_auth_signing_alg: "ES256",
        jwks: { keys: [createPublicKey(key).export({ format: "jwk" })] },
        subject_type: "pairwise",
      },
      { ada: { groups: [ownerGroup] } },
      createHash("sha256").update(new X509Certificate(cert).raw).digest("base64url"),
    );
    running = await start(port, key + cert);
    const page = await signInAs(createAgent(), url, "ada", "/people");
    expect([page.status, new URL(page.url).pathname]).toEqual([200, "/people"]);
    expect(running.logged()).not.toContain(key.split("\n")[1]);
  });

  it.each(
    Object.entries({
      "is not there": [undefined, "STANDPIPE_OIDC_CLIENT_KEY_FILE"],
      "has only the certificate": [cert, "STANDPIPE_OIDC_CLIENT_KEY: it must be a private key"],
    }),
  )("does not start if the file %s, and names the variable", async (_, [text, says]) => {
    await expect(start(await freePort(), text)).rejects.toThrow(says);
  });
});
