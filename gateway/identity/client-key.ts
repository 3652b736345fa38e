import { createHash, createPrivateKey, X509Certificate, type JsonWebKey, type KeyObject } from "node:crypto";

/** The gateway's own key at the provider, which signs its requests there instead of a secret (`private_key_jwt`). */
interface ClientKey {
  readonly key: KeyObject;
  readonly algorithm: string;
  /** The key's name at the provider, if the file says it. */
  readonly kid?: string;
  /** The thumbprint of the certificate in the file, by which Microsoft Entra ID finds the key. */
  readonly thumbprint?: string;
}

const curves: Readonly<Record<string, string>> = {
  prime256v1: "ES256",
  secp384r1: "ES384",
  secp521r1: "ES512",
};

/**
 * Reads a private key: PEM, perhaps with its certificate, or a JSON Web Key.
 * @throws Error that says what is wrong, and never repeats the text
 */
export function readClientKey(text: string): ClientKey {
  const jwk = text.trimStart().startsWith("{")
    ? (parsed(text) as JsonWebKey & { readonly kid?: string; readonly alg?: string })
    : undefined;
  const key = privateKey(jwk ?? text);
  const algorithm = jwk?.alg ?? algorithmOf(key);
  const certificate = jwk
    ? undefined
    : /-----BEGIN CERTIFICATE-----[^-]+-----END CERTIFICATE-----/.exec(text);
  const { raw } = certificate ? new X509Certificate(certificate[0]) : {};
  const thumbprint = raw && createHash("sha256").update(raw).digest("base64url");
  return { key, algorithm, kid: jwk?.kid, thumbprint };
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new Error("it is not valid JSON");
  }
}

function privateKey(given: string | JsonWebKey): KeyObject {
  try {
    return typeof given === "string"
      ? createPrivateKey(given)
      : createPrivateKey({ key: given, format: "jwk" });
  } catch {
    throw new Error("it must be a private key without a password, as PEM or as a JSON Web Key");
  }
}

function algorithmOf({ asymmetricKeyType: type, asymmetricKeyDetails: details }: KeyObject): string {
  if (type === "rsa") return "RS256";
  if (type === "ed25519") return "EdDSA";
  const curve = type === "ec" ? curves[details?.namedCurve ?? ""] : undefined;
  if (curve !== undefined) return curve;
  throw new Error("it must be an RSA, EC (P-256, P-384, P-521) or Ed25519 key");
}
