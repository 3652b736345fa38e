import { pipeline, type Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import type { HeaderValues } from "./ratelimit.js";
import { SendFailure } from "./send-failure.js";

/** How much of a body is read; `whole`: more than that, or a body that breaks, is a failure and not just left unread. */
export interface Bound {
  readonly most: number;
  readonly whole: boolean;
}

/**
 * Reads a body, undoing its content encoding. The bound is held while reading and counts decoded bytes, so neither a
 * huge answer nor a small one that unpacks to a huge one is ever held whole.
 * @throws SendFailure `too_large`, or whatever the stream throws
 */
export async function readBody(stream: Readable, headers: HeaderValues, bound: Bound): Promise<Uint8Array> {
  const decoder = decoderOf(stream, headers["content-encoding"]?.trim().toLowerCase());
  // An error on either side ends the other and is thrown by the iteration.
  const decoded: Readable = decoder ? pipeline(stream, decoder, () => undefined) : stream;
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of decoded as AsyncIterable<Uint8Array>) {
      size += part.length;
      if (size > bound.most && bound.whole) throw new SendFailure("reading", "too_large");
      parts.push(part);
      if (size > bound.most) break;
    }
  } catch (error) {
    // Answers without a body, to HEAD for one, may name an encoding all the same.
    const isEmpty = decoder?.bytesWritten === 0 && (error as { code?: unknown }).code === "Z_BUF_ERROR";
    if (bound.whole && !isEmpty) throw error;
  }
  return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
}

function decoderOf(stream: Readable, encoding: string | undefined) {
  switch (encoding) {
    case undefined:
    case "":
    case "identity":
      return undefined;
    case "gzip":
    case "x-gzip":
      return createGunzip();
    case "deflate":
      return createInflate();
    case "br":
      return createBrotliDecompress();
    default:
      // Nobody will read it, so its connection must not wait for that.
      stream.on("error", () => undefined).destroy();
      throw new SendFailure("reading", "garbled", encoding.slice(0, 40));
  }
}
