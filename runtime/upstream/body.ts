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
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    for await (const part of decoded(stream, headers["content-encoding"])) {
      size += part.length;
      if (size > bound.most && bound.whole) throw new SendFailure("reading", "too_large");
      parts.push(part);
      if (size > bound.most) break;
    }
  } catch (error) {
    if (bound.whole) throw error;
  }
  return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
}

function decoded(stream: Readable, encoding: string | undefined): AsyncIterable<Uint8Array> {
  const decoder = decoderOf(encoding?.trim().toLowerCase());
  if (!decoder) return stream;
  // An error on either side ends the other and is thrown by the iteration.
  return pipeline(stream, decoder, () => undefined);
}

function decoderOf(encoding: string | undefined) {
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
      throw new SendFailure("reading", "garbled", encoding.slice(0, 40));
  }
}
