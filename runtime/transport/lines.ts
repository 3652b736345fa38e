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
  const splitter = createSplitter(mostBytes);
  for await (const chunk of input as AsyncIterable<Buffer>) yield* splitter.take(chunk);
  yield* splitter.end();
}

/** Splits chunks of a stream into lines, as `linesOf` does. */
export interface Splitter {
  /** The lines that end in this chunk. */
  take(chunk: Buffer): Line[];
  /** The last line, if the stream does not end with a line feed. */
  end(): Line[];
}

export function createSplitter(mostBytes: number): Splitter {
  let collected = collect(mostBytes);
  const end = (): Line[] => {
    const line = collected.line();
    collected = collect(mostBytes);
    return line ? [line] : [];
  };
  return {
    end,
    take(chunk) {
      const lines: Line[] = [];
      let from = 0;
      for (let at = chunk.indexOf(lineFeed); at >= 0; at = chunk.indexOf(lineFeed, from)) {
        collected.add(chunk.subarray(from, at));
        lines.push(...end());
        from = at + 1;
      }
      if (from < chunk.length) collected.add(chunk.subarray(from));
      return lines;
    },
  };
}

const lineFeed = 10;

/** Collects the chunks of one line. */
function collect(mostBytes: number) {
  const parts: Buffer[] = [];
  let scan: ReturnType<typeof createIdScan> | undefined;
  let size = 0;
  return {
    add(part: Buffer): void {
      size += part.length;
      if (size <= mostBytes) return void parts.push(part);
      const found = (scan ??= createIdScan());
      parts.splice(0).forEach((one) => found.take(one));
      found.take(part);
    },
    line(): Line | undefined {
      if (scan) return { tooLongFor: scan.id() };
      const bytes = parts.length === 1 ? parts[0]! : Buffer.concat(parts);
      const text = bytes
        .toString("utf8")
        .replace(/^\uFEFF/, "")
        .trim();
      return text === "" ? undefined : { text };
    },
  };
}

/** A message as a line. U+2028 and U+2029 are escaped, because some clients split lines there. */
export function lineOf(message: object): string {
  // The line feed comes first, because V8 would copy a long line again to append it.
  const line = `${JSON.stringify(message)}\n`;
  return line.replace(/[\u2028\u2029]/g, (one) => (one === "\u2028" ? "\\u2028" : "\\u2029"));
}
