import { createPrivateKey, createPublicKey, sign, verify, type KeyObject } from "node:crypto";
import { readFileSync } from "node:fs";
import type { SignedManifest, Statement } from "../../runtime/index.js";
import { CommandError } from "../command/errors.js";

/** Signs a build. */
export function signed(statement: Statement, key: KeyObject): SignedManifest {
  return { ...statement, signature: sign(null, bytesOf(statement), key).toString("base64") };
}

/** Whether the key signed exactly these facts. */
export function isSignedBy(manifest: SignedManifest, key: KeyObject): boolean {
  return verify(null, bytesOf(manifest), key, Buffer.from(manifest.signature, "base64"));
}

/** The same facts give the same bytes. */
function bytesOf({ surfaces, files }: Statement): Buffer {
  const sorted = (hashes: Readonly<Record<string, string>>) =>
    Object.entries(hashes).sort(([one], [other]) => (one < other ? -1 : 1));
  return Buffer.from(JSON.stringify([sorted(surfaces), sorted(files)]));
}

/**
 * The private key that signs a release: `STANDPIPE_SIGNING_KEY` contains it as PEM, or `STANDPIPE_SIGNING_KEY_FILE`
 * names its file. Undefined if neither is set.
 */
export function signingKey(env: NodeJS.ProcessEnv): KeyObject | undefined {
  const { STANDPIPE_SIGNING_KEY: text, STANDPIPE_SIGNING_KEY_FILE: file } = env;
  const pem = text || (file ? readKey(file, "STANDPIPE_SIGNING_KEY_FILE") : undefined);
  return pem ? ed25519(() => createPrivateKey(pem), "STANDPIPE_SIGNING_KEY") : undefined;
}

/** @param given the file of a public key (PEM) from `flag` */
export function publicKey(given: string, flag: string): KeyObject {
  return ed25519(() => createPublicKey(readKey(given, flag)), flag);
}

function ed25519(read: () => KeyObject, where: string): KeyObject {
  const key = parsed(read);
  if (key?.asymmetricKeyType !== "ed25519")
    throw new CommandError(
      `${where}: this is not an Ed25519 key in PEM format. Make one with openssl genpkey -algorithm ed25519.`,
    );
  return key;
}

function parsed(read: () => KeyObject): KeyObject | undefined {
  try {
    return read();
  } catch (error) {
    if (error instanceof CommandError) throw error;
    return undefined;
  }
}

function readKey(file: string, where: string): string {
  try {
    return readFileSync(file, "utf8");
  } catch (error) {
    throw new CommandError(`${where}: ${file} can't be read: ${(error as Error).message}`);
  }
}
