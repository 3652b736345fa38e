import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from "node:crypto";
import type { SecretKeys } from "./secret-keys.js";

/** Encrypts small secrets with AES-256-GCM. Encrypted data names its key, so keys can be rotated. */
export interface Vault {
  /** @param place what the secret belongs to; it cannot be decrypted for another place */
  seal(text: string, place: string): string;
  /** @throws VaultError if no key fits, or the data was changed or moved */
  open(sealed: string, place: string): string;
  /** Whether it is encrypted with the current key. */
  isCurrent(sealed: string): boolean;
}

/** Encrypted data cannot be decrypted. The message contains nothing of it. */
export class VaultError extends Error {
  override readonly name = "VaultError";
}

export function createVault({ current, previous }: SecretKeys): Vault {
  const keys = new Map(
    [current, ...previous].reverse().map((secret) => [keyId(secret), derived(secret, "seal", 32)]),
  );
  const currentId = keyId(current);
  return {
    seal(text, place) {
      const nonce = randomBytes(12);
      const cipher = createCipheriv("aes-256-gcm", keys.get(currentId)!, nonce).setAAD(Buffer.from(place));
      const body = Buffer.concat([cipher.update(text, "utf8"), cipher.final(), cipher.getAuthTag()]);
      return [version, currentId, nonce.toString("base64url"), body.toString("base64url")].join(".");
    },
    open(sealed, place) {
      const [form, id = "", nonce = "", text = ""] = sealed.split(".");
      const key = keys.get(id);
      if (form !== version || !key) throw new VaultError(unknownKey(id));
      const body = Buffer.from(text, "base64url");
      try {
        const decipher = createDecipheriv("aes-256-gcm", key, Buffer.from(nonce, "base64url"), {
          authTagLength: 16,
        });
        decipher.setAAD(Buffer.from(place)).setAuthTag(body.subarray(-16));
        return Buffer.concat([decipher.update(body.subarray(0, -16)), decipher.final()]).toString("utf8");
      } catch {
        throw new VaultError("A stored secret was changed outside of Standpipe and can't be opened.");
      }
    },
    isCurrent: (sealed) => sealed.startsWith(`${version}.${currentId}.`),
  };
}

const version = "v1";

/** Identifies a key without revealing it. */
function keyId(secret: string): string {
  return derived(secret, "id", 6).toString("hex");
}

function derived(secret: string, purpose: string, length: number): Buffer {
  return Buffer.from(hkdfSync("sha256", secret, "standpipe", purpose, length));
}

function unknownKey(id: string): string {
  const name = /^[0-9a-f]{12}$/.test(id) ? ` (${id})` : "";
  return (
    `The store's secrets are encrypted with a key that is missing${name}. ` +
    "Set STANDPIPE_SECRET_KEY, or STANDPIPE_SECRET_KEY_PREVIOUS while you rotate, to the key they were made with."
  );
}
