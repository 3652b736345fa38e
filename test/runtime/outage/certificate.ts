import { generateKeyPairSync, sign } from "node:crypto";

export interface Certificate {
  readonly cert: string;
  readonly key: string;
}

/** A new self-signed certificate for 127.0.0.1 and its key, as PEM. It is valid for a day. */
export function makeCertificate(): Certificate {
  const { publicKey, privateKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  const name = sequence(der(SET, sequence(oid("550403"), der(UTF8, Buffer.from("standpipe test")))));
  const validity = sequence(time(Date.now() - 3_600_000), time(Date.now() + 86_400_000));
  const extensions = sequence(
    extension("551d11", sequence(der(IP_ADDRESS, Buffer.from([127, 0, 0, 1])))),
    extension("551d13", sequence(der(BOOLEAN, Buffer.from([0xff])))),
  );
  const signed = sequence(
    der(0xa0, der(INTEGER, Buffer.from([2]))),
    der(INTEGER, Buffer.from([1])),
    ecdsaWithSha256,
    name,
    validity,
    name,
    publicKey.export({ type: "spki", format: "der" }),
    der(0xa3, extensions),
  );
  const certificate = sequence(signed, ecdsaWithSha256, bits(sign("sha256", signed, privateKey)));
  const lines = certificate.toString("base64").replace(/.{64}/g, "$&\n");
  return {
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
    key: privateKey.export({ type: "pkcs8", format: "pem" }).toString(),
  };
}

const [BOOLEAN, INTEGER, BITS, OCTETS, OID, UTF8, UTC, SET] = [
  0x01, 0x02, 0x03, 0x04, 0x06, 0x0c, 0x17, 0x31,
];
const IP_ADDRESS = 0x87;
const ecdsaWithSha256 = sequence(oid("2a8648ce3d040302"));

/** A DER value: tag, length and content. */
function der(tag: number, ...parts: readonly Uint8Array[]): Buffer {
  const content = Buffer.concat(parts);
  const length = content.length < 128 ? [content.length] : [0x82, content.length >> 8, content.length & 0xff];
  return Buffer.concat([Buffer.from([tag, ...length]), content]);
}

function sequence(...parts: readonly Uint8Array[]): Buffer {
  return der(0x30, ...parts);
}

function oid(hex: string): Buffer {
  return der(OID, Buffer.from(hex, "hex"));
}

function bits(content: Buffer): Buffer {
  return der(BITS, Buffer.from([0]), content);
}

function extension(id: string, value: Buffer): Buffer {
  return sequence(oid(id), der(OCTETS, value));
}

/** `260131235959Z` */
function time(at: number): Buffer {
  const digits = new Date(at).toISOString().replace(/\D/g, "");
  return der(UTC, Buffer.from(`${digits.slice(2, 14)}Z`));
}
