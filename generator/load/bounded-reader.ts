import { readFileSync, realpathSync, statSync } from "node:fs";
import { readFile, realpath } from "node:fs/promises";
import { dirname, sep } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { ImportError } from "./import-error.js";

export interface ReadLimits {
  /** Over all files, after decompression. */
  readonly maxBytes: number;
  /** Over all files and everything that is made from them. */
  readonly timeoutMs: number;
}

/** Reads the files of a document. It stays within the document's origin and the limits. */
export interface Door {
  /** The URL of the document itself. */
  readonly root: string;
  /** What has been read, by URL. */
  readonly contents: ReadonlyMap<string, Buffer>;
  /** @throws ImportError if `url` belongs to another origin, cannot be read, or exceeds the limits. */
  read(url: string): Promise<Buffer>;
  /** @throws ImportError once a limit was exceeded. */
  assertWithinLimits(): void;
}

const mostRedirects = 5;

/** Opens a reader for a document. `source` is a path or an http(s) URL. */
export async function openDoor(source: string, { maxBytes, timeoutMs }: ReadLimits): Promise<Door> {
  const root = await rootUrl(source);
  const tooLarge = new AbortController();
  const signal = AbortSignal.any([tooLarge.signal, AbortSignal.timeout(timeoutMs)]);
  const contents = new Map<string, Buffer>();
  const deadline = performance.now() + timeoutMs;
  let bytes = 0;
  return { root, contents, read, assertWithinLimits };

  async function read(url: string): Promise<Buffer> {
    assertWithinLimits();
    assertSameOrigin(url, root);
    try {
      const content = url.startsWith("file:") ? readLocal(url) : await drain(await openHttp(url, signal));
      contents.set(url, content);
      return content;
    } catch (error) {
      assertWithinLimits();
      if (error instanceof ImportError) throw error;
      throw new ImportError(url, `it cannot be read: ${reasonOf(error)}`, { cause: error });
    }
  }

  async function drain(chunks: AsyncIterable<Uint8Array>): Promise<Buffer> {
    const parts: Uint8Array[] = [];
    for await (const chunk of chunks) {
      count(chunk.length);
      parts.push(chunk);
    }
    return Buffer.concat(parts);
  }

  /** A document may have thousands of small files. Waiting for each would take most of the time. */
  function readLocal(url: string): Buffer {
    const path = fileURLToPath(url);
    const found = statSync(path);
    if (!found.isFile()) throw new ImportError(url, "it is not a file");
    count(found.size);
    return readFileSync(path);
  }

  function count(more: number): void {
    bytes += more;
    if (bytes > maxBytes) tooLarge.abort();
    signal.throwIfAborted();
  }

  function assertWithinLimits(): void {
    if (tooLarge.signal.aborted) throw new ImportError(root, `it is larger than ${maxBytes} bytes in all`);
    // Timers do not fire while a file is parsed, so the clock is checked too.
    if (!signal.aborted && performance.now() < deadline) return;
    throw new ImportError(root, `it took longer than ${timeoutMs / 1000} s to import`);
  }
}

/** The URL of a document. @throws ImportError if there is no such file */
export async function rootUrl(source: string): Promise<string> {
  if (!/^https?:\/\//i.test(source)) {
    const path = source.startsWith("file:") ? fileURLToPath(source) : source;
    const real = await realpath(path).catch(() => undefined);
    if (real === undefined) throw new ImportError(source, "there is no such file");
    return pathToFileURL(real).href;
  }
  const url = new URL(source);
  if (url.username !== "" || url.password !== "") {
    throw new ImportError(url.host, "a name or a password in the URL is not supported");
  }
  url.hash = "";
  return url.href;
}

/** A document may read from its own server, or from its own folder and the folders in it. */
function assertSameOrigin(url: string, root: string): void {
  if (url === root) return;
  if (!root.startsWith("file:")) {
    if (new URL(url).origin === new URL(root).origin) return;
    throw new ImportError(url, `it is at another origin than ${new URL(root).origin}, so it was not fetched`);
  }
  if (!url.startsWith("file:")) throw new ImportError(url, "a document in a file may only refer to files");
  const folder = dirname(fileURLToPath(root)) + sep;
  const path = fileURLToPath(url);
  // The real path counts, because a link in the folder may lead out of it.
  const real = path.startsWith(folder) ? realPathOf(path) : path;
  if (!real.startsWith(folder)) throw new ImportError(url, `it is outside ${folder}, so it was not read`);
}

function realPathOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    // Reading it says why there is no file.
    return path;
  }
}

/** Files of the disk that a document was read from before. @throws Error if one cannot be read */
export async function readLocalFiles(urls: readonly string[]): Promise<Map<string, Buffer>> {
  return new Map(
    await Promise.all(urls.map(async (url) => [url, await readFile(fileURLToPath(url))] as const)),
  );
}

async function openHttp(url: string, signal: AbortSignal): Promise<AsyncIterable<Uint8Array>> {
  let at = url;
  for (let redirects = 0; redirects <= mostRedirects; redirects++) {
    const response = await fetch(at, { redirect: "manual", signal });
    if (response.ok) return response.body ?? new Blob([]).stream();
    await response.body?.cancel();
    const next = response.status >= 300 && response.status < 400 ? response.headers.get("location") : null;
    if (next === null) throw new ImportError(url, `the server answered ${response.status}`);
    at = new URL(next, at).href;
    if (new URL(at).origin !== new URL(url).origin) {
      throw new ImportError(
        url,
        `it redirects to another origin, ${new URL(at).origin}, so it was not followed`,
      );
    }
  }
  throw new ImportError(url, `it redirects more than ${mostRedirects} times`);
}

function reasonOf(error: unknown): string {
  const { cause, message } = error as Error;
  return cause instanceof Error ? cause.message : message;
}
