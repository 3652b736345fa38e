import type { IncomingMessage } from "node:http";
import type { Readable, Transform } from "node:stream";

/** A read body: its text, or why there is none. */
export type Body = { readonly text: string } | { readonly failed: BodyFault };

export type BodyFault = "too-large" | "late" | "encoding" | "corrupt" | "busy" | "aborted";

export interface BodyOptions {
  /** Maximum bytes, as received and after decompression. */
  readonly limit: number;
  /** How long the body may take to arrive, in milliseconds. */
  readonly withinMs?: number;
  /** Reserves memory for bytes of the body. Returns false when there is none. */
  readonly hold?: (bytes: number) => boolean;
}

/** A slow line needs about 10 seconds for 1 MB. */
const usualMs = 15_000;

/**
 * Reads and decompresses a request's body. It stops at a fault. Then the connection must be closed, because the rest of
 * the body comes before the next request.
 */
export function readBody(request: IncomingMessage, options: BodyOptions): Promise<Body> {
  const { limit, withinMs = usualMs, hold = () => true } = options;
  const encoding = request.headers["content-encoding"]?.trim().toLowerCase() ?? "identity";
  if (!Object.hasOwn(decoders, encoding)) return Promise.resolve({ failed: "encoding" });
  if (Number(request.headers["content-length"]) > limit) return Promise.resolve({ failed: "too-large" });
  const decoder = decoders[encoding]!();
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    let [arrived, size] = [0, 0];
    const timer = setTimeout(() => end({ failed: "late" }), withinMs);
    const end = (body: Body): void => {
      clearTimeout(timer);
      resolve(body);
      if ("text" in body) return;
      if (decoder) request.unpipe(decoder);
      decoder?.destroy();
      request.pause();
    };
    if (decoder) {
      request.on("data", (chunk: Buffer) => {
        arrived += chunk.length;
        if (arrived > limit) end({ failed: "too-large" });
      });
    }
    const source: Readable = decoder ? request.pipe(decoder) : request;
    source.on("data", (chunk: Buffer) => {
      size += chunk.length;
      if (size > limit) end({ failed: "too-large" });
      else if (!hold(chunk.length)) end({ failed: "busy" });
      else chunks.push(chunk);
    });
    source.on("end", () => end({ text: Buffer.concat(chunks).toString("utf8") }));
    decoder?.on("error", () => end({ failed: "corrupt" }));
    request.on("error", () => end({ failed: "aborted" }));
    request.on("close", () => request.complete || end({ failed: "aborted" }));
  });
}

/** Loaded by the first compressed body: it takes memory that most servers do not need. */
const zlib = () => process.getBuiltinModule("node:zlib");

const decoders: Readonly<Record<string, () => Transform | undefined>> = {
  identity: () => undefined,
  gzip: () => zlib().createGunzip(),
  "x-gzip": () => zlib().createGunzip(),
  deflate: () => zlib().createInflate(),
  br: () => zlib().createBrotliDecompress(),
};

/** The answer to each fault. */
export const bodyAnswers: Readonly<Record<BodyFault, BodyAnswer>> = {
  "too-large": { status: 413, message: "The body is too large. Send at most 1 MB." },
  late: { status: 408, message: "The body did not arrive in time. Send it again." },
  encoding: {
    status: 415,
    message: "Content-Encoding is not supported. Send gzip, deflate, br, or no compression.",
    headers: { "accept-encoding": "gzip, deflate, br" },
  },
  corrupt: { status: 400, message: "The body is not compressed as its Content-Encoding says." },
  busy: {
    status: 503,
    message: "Too many large requests are under way. Send it again later.",
    headers: { "retry-after": "1" },
  },
  aborted: { status: 400, message: "The connection closed before the body was complete." },
};

interface BodyAnswer {
  readonly status: 400 | 408 | 413 | 415 | 503;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}
