import { createHash, createHmac } from "node:crypto";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";

/** A bucket of an S3-compatible store. It takes only requests that are signed with its key, as AWS describes it. */
export interface Bucket {
  readonly url: string;
  /** Its objects, by their keys. */
  readonly objects: Map<string, string>;
  /** The keys of all objects that were put, in the order of their arrival. */
  readonly puts: string[];
  /** Whether it answers 503, as a store that is overloaded. */
  isBusy: boolean;
  close(): Promise<void>;
}

export interface AccessKey {
  readonly id: string;
  readonly secret: string;
}

export async function startBucket(name: string, key: AccessKey): Promise<Bucket> {
  const server = createServer((request, response) => {
    void buffer(request).then((body) => {
      if (bucket.isBusy) return response.writeHead(503).end();
      if (!isSigned(request, body, key)) return response.writeHead(403).end("SignatureDoesNotMatch");
      const object = new RegExp(`^/${name}/(.+)$`).exec(request.url!)?.[1];
      if (request.method !== "PUT" || object === undefined) return response.writeHead(404).end();
      bucket.objects.set(object, body.toString());
      bucket.puts.push(object);
      return response.end();
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const bucket: Bucket = {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/${name}`,
    objects: new Map(),
    puts: [],
    isBusy: false,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
  return bucket;
}

const AUTHORIZATION =
  /^AWS4-HMAC-SHA256 Credential=([^/]+)\/(\d{8})\/([\w-]+)\/s3\/aws4_request, ?SignedHeaders=([\w;-]+), ?Signature=([\da-f]{64})$/;

/** Signature Version 4. */
function isSigned({ method, url, headers }: IncomingMessage, body: Buffer, key: AccessKey): boolean {
  const [, id, day, region, signedHeaders, signature] = AUTHORIZATION.exec(headers.authorization ?? "") ?? [];
  if (id !== key.id || !["host", "x-amz-date"].every((name) => signedHeaders!.split(";").includes(name)))
    return false;
  const payload = String(headers["x-amz-content-sha256"]);
  if (payload !== "UNSIGNED-PAYLOAD" && payload !== sha256(body)) return false;
  const [path, query = ""] = url!.split("?");
  const signed = signedHeaders!.split(";").map((name) => `${name}:${String(headers[name]).trim()}\n`);
  const canonical = [method, path, query, signed.join(""), signedHeaders, payload].join("\n");
  const scope = `${day}/${region}/s3/aws4_request`;
  const text = `AWS4-HMAC-SHA256\n${String(headers["x-amz-date"])}\n${scope}\n${sha256(canonical)}`;
  const signing = [day!, region!, "s3", "aws4_request"].reduce<string | Buffer>(
    (before, part) => hmac(before, part),
    `AWS4${key.secret}`,
  );
  return hmac(signing, text).toString("hex") === signature;
}

const sha256 = (of: string | Buffer) => createHash("sha256").update(of).digest("hex");
const hmac = (key: string | Buffer, text: string) => createHmac("sha256", key).update(text).digest();
