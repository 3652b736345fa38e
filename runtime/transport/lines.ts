import type { Readable } from "node:stream";
import { createIdScan, type Id } from "./id-scan.js";

/** A line of a stream, or the id of a message that is too long to store. */
export type Line = { readonly text: string } | { readonly tooLongFor: Id | null };

/**
 * The lines of a UTF-8 stream. Only a line feed ends a line. `readline` also splits at U+2028 and U+2029, which a
 * message may contain. Empty lines and byte order marks are skipped.
 * @param mostBytes of a line; of a longer one only the message's id is kept
 */
export async function* linesOf(input: Readable, mostBytes: number): AsyncGenerator<Line> {
  let collected = collect(mostBytes);
  for await (const chunk of input as AsyncIterable<Buffer>) {
    let from = 0;
    for (let end = chunk.indexOf(lineFeed); end >= 0; end = chunk.indexOf(lineFeed, from)) {
      collected.add(chunk.subarray(from, end));
      yield* collected.line();
      collected = collect(mostBytes);
      from = end + 1;
    }
    collected.add(chunk.subarray(from));
  }
  yield* collected.line();
}

const lineFeed = 10;

/** Collects the chunks of one line. */
function collect(mostBytes: number) {
  const parts: Buffer[] = [];
  const scan = createIdScan();
  let size = 0;
  return {
    add(part: Buffer): void {
      const before = size;
      size += part.length;
      if (size <= mostBytes) return void parts.push(part);
      if (before <= mostBytes) parts.splice(0).forEach((one) => scan.take(one));
      scan.take(part);
    },
    *line(): Generator<Line> {
      if (size > mostBytes) {
        yield { tooLongFor: scan.id() };
        return;
      }
      const text = Buffer.concat(parts)
        .toString("utf8")
        .replace(/^\uFEFF/, "")
        .trim();
      if (text !== "") yield { text };
    },
  };
}

/** A message as a line. U+2028 and U+2029 are escaped, because some clients split lines there. */
export function lineOf(message: object): string {
  const text = JSON.stringify(message);
  return `${text.replace(/[\u2028\u2029]/g, (one) => (one === "\u2028" ? "\\u2028" : "\\u2029"))}\n`;
}
