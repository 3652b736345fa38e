import { pipeline, Readable } from "node:stream";
import { createBrotliDecompress, createGunzip, createInflate } from "node:zlib";
import type { Dispatcher } from "undici";
import type { HeaderValues } from "../contract/answer.js";
import { SendFailure } from "./send-failure.js";

/** How much of a body is read; `whole`: more than that, or a body that breaks, is a failure and not just left unread. */
export interface Bound {
  readonly most: number;
  readonly whole: boolean;
  /** Reading ends after this time with what has come, where the body may never end. */
  readonly withinMs?: number;
}

/** What was read of a body. */
export interface ReadBody {
  readonly bytes: Uint8Array;
  /** True where there was more. */
  readonly isPart: boolean;
}

/** A body while it comes in. */
export interface Body {
  /** All of it, or as much as is read. Rejects with SendFailure `too_large`, or with what it failed of. */
  readonly read: Promise<ReadBody>;
  take(part: Uint8Array): void;
  end(): void;
  fail(error: Error): void;
}

/** What a body can do to the connection that it comes from. */
type Connection = Pick<Dispatcher.DispatchController, "abort" | "pause" | "resume">;

/**
 * Gathers a body, undoing its content encoding. The bound is held while it comes and counts decoded bytes, so neither a
 * huge answer nor a small one that unpacks to a huge one is ever held whole.
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
    settle = (isPart) => resolve({ bytes: joined(parts), isPart });
    fail = (error) => (whole ? reject(error) : settle(true));
  }).finally(() => clearTimeout(timer));
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

/** By streams, which keep a decoder from being given more than it keeps up with. */
function gatherEncoded(encoding: string, bound: Bound, connection: Connection): Body {
  const stream = new Readable({
    read: () => connection.resume(),
    destroy(error, done) {
      connection.abort(error ?? new SendFailure("reading", "broken"));
      done(error);
    },
  });
  const read = decoded(stream, encoding, bound);
  // What nobody will read must not hold its connection. It ends once whoever asked knows why, not before.
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
    // An error on either side ends the other and is thrown by the iteration.
    for await (const part of pipeline(stream, decoder, () => undefined) as AsyncIterable<Uint8Array>) {
      size += part.length;
      if (size > most && whole) throw new SendFailure("reading", "too_large");
      parts.push(part);
      if (size > most) break;
    }
  } catch (error) {
    // Answers without a body, to HEAD for one, may name an encoding all the same.
    const isEmpty = decoder.bytesWritten === 0 && (error as { code?: unknown }).code === "Z_BUF_ERROR";
    if (whole && !isEmpty) throw error;
  }
  return { bytes: joined(parts), isPart: size > most };
}

function decoderOf(encoding: string) {
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
