import { pipeline, Readable } from "node:stream";
import type { Dispatcher } from "undici";
import type { HeaderValues } from "../contract/answer.js";
import { SendFailure } from "./send-failure.js";

/** How much of a body is read. `whole`: a longer or broken body is a failure; otherwise the rest is left unread. */
export interface Bound {
  readonly most: number;
  readonly whole: boolean;
  /** Reading stops after this time with the bytes so far, for a body that may never end. */
  readonly withinMs?: number;
}

/** The read part of a body. */
interface ReadBody {
  readonly bytes: Uint8Array;
  /** True if there was more. */
  readonly isPart: boolean;
}

/** A body while it is received. */
export interface Body {
  /** All of it, or as much as is read. Rejects with SendFailure `too_large`, or with the error of the body. */
  readonly read: Promise<ReadBody>;
  take(part: Uint8Array): void;
  end(): void;
  fail(error: Error): void;
}

/** Actions of a body on its connection. */
type Connection = Pick<Dispatcher.DispatchController, "abort" | "pause" | "resume">;

/**
 * Collects a body and decodes its content encoding. The limit counts decoded bytes as they arrive, so neither a huge
 * answer nor a small one that unpacks to a huge one is ever stored whole.
 */
export function gatherBody(headers: HeaderValues, bound: Bound, connection: Connection): Body {
  const encoding = headers["content-encoding"]?.trim().toLowerCase() ?? "";
  return encoding === "" || encoding === "identity"
    ? gatherPlain(bound, connection)
    : gatherEncoded(encoding, bound, connection);
}

function gatherPlain({ most, whole, withinMs }: Bound, connection: Connection): Body {
  const parts: Uint8Array[] = [];
  let size = 0;
  let timer: NodeJS.Timeout | undefined;
  let settle!: (isPart: boolean) => void;
  let fail!: (error: Error) => void;
  const read = new Promise<ReadBody>((resolve, reject) => {
    settle = (isPart) => {
      clearTimeout(timer);
      resolve({ bytes: joined(parts), isPart });
    };
    fail = (error) => {
      clearTimeout(timer);
      if (whole) reject(error);
      else settle(true);
    };
  });
  const stop = () => {
    const enough = new SendFailure("reading", "too_large");
    fail(enough);
    connection.abort(enough);
  };
  if (withinMs !== undefined) timer = setTimeout(stop, withinMs);
  function take(part: Uint8Array): void {
    size += part.length;
    if (size <= most) return void parts.push(part);
    if (!whole) parts.push(part);
    stop();
  }
  return { read, take, end: () => settle(false), fail };
}

/** Uses streams, which slow the input down to the decoder's speed. */
function gatherEncoded(encoding: string, bound: Bound, connection: Connection): Body {
  const stream = new Readable({
    read: () => connection.resume(),
    destroy(error, done) {
      connection.abort(error ?? new SendFailure("reading", "broken"));
      done(error);
    },
  });
  const read = decoded(stream, encoding, bound);
  // An unread body must not block its connection. The connection is closed after the caller gets its result.
  read.catch(() => stream.on("error", () => undefined).destroy());
  return {
    read,
    take: (part) => void (stream.push(part) || connection.pause()),
    end: () => void stream.push(null),
    fail: (error) => void stream.destroy(error),
  };
}

async function decoded(stream: Readable, encoding: string, { most, whole }: Bound): Promise<ReadBody> {
  const decoder = decoderOf(encoding);
  const parts: Uint8Array[] = [];
  let size = 0;
  try {
    // An error on either side ends the other side, and the iteration throws it.
    for await (const part of pipeline(stream, decoder, () => undefined) as AsyncIterable<Uint8Array>) {
      size += part.length;
      if (size > most && whole) throw new SendFailure("reading", "too_large");
      parts.push(part);
      if (size > most) break;
    }
  } catch (error) {
    // Answers without a body, such as those to HEAD, may still name an encoding.
    const isEmpty = decoder.bytesWritten === 0 && (error as { code?: unknown }).code === "Z_BUF_ERROR";
    if (whole && !isEmpty) throw error;
  }
  return { bytes: joined(parts), isPart: size > most };
}

function decoderOf(encoding: string) {
  const { createBrotliDecompress, createGunzip, createInflate } = process.getBuiltinModule("node:zlib");
  switch (encoding) {
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

function joined(parts: readonly Uint8Array[]): Uint8Array {
  return parts.length === 1 ? parts[0]! : Buffer.concat(parts);
}
