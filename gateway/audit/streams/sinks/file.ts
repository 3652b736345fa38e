import { open, rename, rm, stat, type FileHandle } from "node:fs/promises";
import { linesOf, type Sink } from "../sink.js";

const MOST_BYTES = 100_000_000;
/** Files besides the current one: `audit.jsonl.1` is the newest of them. */
const OLD_FILES = 9;

/** Appends entries as lines of JSON. Each delivery is on the disk before it counts. */
export function openFile(path: string, mostBytes = MOST_BYTES): Sink {
  let file: FileHandle | undefined;
  let bytes = 0;

  async function opened(): Promise<FileHandle> {
    if (file) return file;
    const made = await open(path, "a+", 0o600);
    bytes = await withoutHalfLine(made);
    return (file = made);
  }

  async function close(): Promise<void> {
    const closing = file;
    file = undefined;
    await closing?.close();
  }

  return {
    async deliver(message) {
      const lines = linesOf(message);
      try {
        await opened();
        if (bytes > 0 && bytes + lines.length > mostBytes) {
          await close();
          await rotate(path);
        }
        const handle = await opened();
        await handle.appendFile(lines);
        await handle.datasync();
        bytes += Buffer.byteLength(lines);
      } catch (error) {
        // A full disk may have taken half a line. Opening the file again removes it.
        await close().catch(() => {});
        throw error;
      }
    },
    close,
  };
}

/** Removes a line that a killed process left unfinished. It is delivered again. @returns the bytes that stay */
async function withoutHalfLine(file: FileHandle): Promise<number> {
  const { size } = await file.stat();
  const chunk = Buffer.alloc(65_536);
  for (let end = size; end > 0;) {
    const start = Math.max(0, end - chunk.length);
    await file.read(chunk, 0, end - start, start);
    const newline = chunk.subarray(0, end - start).lastIndexOf("\n");
    if (newline >= 0) {
      const whole = start + newline + 1;
      if (whole < size) await file.truncate(whole);
      return whole;
    }
    end = start;
  }
  if (size > 0) await file.truncate(0);
  return 0;
}

async function rotate(path: string): Promise<void> {
  await rm(`${path}.${OLD_FILES}`, { force: true });
  for (let number = OLD_FILES - 1; number >= 0; number -= 1) {
    const from = number === 0 ? path : `${path}.${number}`;
    if (await stat(from).catch(() => undefined)) await rename(from, `${path}.${number + 1}`);
  }
}
