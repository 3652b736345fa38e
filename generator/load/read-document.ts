import { createHash } from "node:crypto";
import type { Library } from "./bundle.js";
import { openDoor, readLocalFiles, rootUrl, type ReadLimits } from "./bounded-reader.js";
import { ImportError } from "./import-error.js";
import { parseText } from "./parse-text.js";
import { isObject } from "./rewrite.js";

export interface ReadDocument {
  readonly library: Library;
  /** A digest of the document's bytes. If there are several files, of all of them in the order of their URLs. */
  readonly sha256: string;
  /** The URLs of its files, if all that it refers to was read from the disk. */
  readonly files?: readonly string[];
}

/**
 * Reads an OpenAPI document and all files it refers to. Swagger 2.0 becomes OpenAPI 3.0.
 * @param source path or http(s) URL
 * @throws ImportError if the document cannot be read or exceeds the limits.
 */
export async function readDocument(source: string, limits: ReadLimits): Promise<ReadDocument> {
  const door = await openDoor(source, limits);
  const files = new Map<string, unknown>();
  const refused = new Map<string, Error>();
  const asked = new Set([door.root]);

  const content = await door.read(door.root);
  files.set(door.root, await asOpenApi3(door.root, parse({ url: door.root, data: content })));
  await readReferences(door.root);
  door.assertWithinLimits();
  const mostValues = leastValues + sum([...door.contents.values()].map((content) => content.length));
  let values = 0;
  const isLocal = door.root.startsWith("file:") && refused.size === 0;
  return {
    library: { root: door.root, fileAt, spend },
    sha256: hashOf(door.contents),
    ...(isLocal ? { files: [...door.contents.keys()] } : {}),
  };

  /** Reads each file once that a file refers to. The bounded reader decides what it may read. */
  async function readReferences(file: string): Promise<void> {
    const next = [...filesReferredTo(files.get(file), file)].filter((url) => !asked.has(url));
    for (const url of next) asked.add(url);
    await Promise.all(next.map(readOther));
  }

  async function readOther(url: string): Promise<void> {
    try {
      files.set(url, parse({ url, data: await door.read(url) }));
    } catch (error) {
      // A refused reference may be part of an example, which nothing follows.
      refused.set(url, error as Error);
      return;
    }
    await readReferences(url);
  }

  function spend(): void {
    if (++values > mostValues)
      throw new ImportError(door.root, "it has too many values, counting repeated ones");
    if (values % 10_000 === 0) door.assertWithinLimits();
  }

  function fileAt(url: string): unknown {
    if (files.has(url)) return files.get(url);
    throw refused.get(url) ?? new ImportError(url, "it was not read");
  }
}

/**
 * The digest of a document whose files are known, without parsing them; undefined if they belong to another document, or
 * if one can't be read.
 * @param files its URLs, as `readDocument` gave them
 */
export async function digestOfFiles(source: string, files: readonly string[]): Promise<string | undefined> {
  try {
    if ((await rootUrl(source)) !== files[0]) return undefined;
    return hashOf(await readLocalFiles(files));
  } catch {
    return undefined;
  }
}

/** The URLs of other files that a file refers to. */
function filesReferredTo(content: unknown, file: string): Set<string> {
  const urls = new Set<string>();
  // Anchors may repeat a value. A value without inner ones is looked at again, which is faster than to remember it.
  const seen = new Set<object>();
  const waiting = isComposed(content) ? [content] : [];
  for (let value = waiting.pop(); value !== undefined; value = waiting.pop()) {
    const inner = Object.values(value).filter(isComposed);
    if (inner.length > 0 && seen.has(value)) continue;
    if (inner.length > 0) seen.add(value);
    for (const member of inner) waiting.push(member);
    const reference: unknown = (value as Record<string, unknown>).$ref;
    if (typeof reference === "string" && !reference.startsWith("#") && URL.canParse(reference, file)) {
      const url = new URL(reference, file);
      url.hash = "";
      urls.add(url.href);
    }
  }
  return urls;
}

function isComposed(value: unknown): value is object {
  return typeof value === "object" && value !== null;
}

/** A document has far fewer values than bytes. A small one may repeat a shared path item or a YAML alias many times. */
const leastValues = 200_000;

interface ParsableFile {
  readonly url: string;
  readonly data: string | Buffer;
}

function parse({ url, data }: ParsableFile): unknown {
  try {
    return parseText(data);
  } catch (error) {
    throw new ImportError(url, `it is neither JSON nor YAML: ${(error as Error).message}`, { cause: error });
  }
}

async function asOpenApi3(url: string, document: unknown): Promise<unknown> {
  if (!isObject(document) || document.swagger !== "2.0") return document;
  try {
    // Only documents of Swagger 2.0 need its library.
    const { fromSwagger2 } = await import("./swagger-2.js");
    return await fromSwagger2(document);
  } catch (error) {
    throw new ImportError(url, `it is not Swagger 2.0: ${(error as Error).message}`, { cause: error });
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function hashOf(contents: ReadonlyMap<string, Buffer>): string {
  const hash = createHash("sha256");
  for (const url of [...contents.keys()].sort()) hash.update(contents.get(url) ?? "");
  return hash.digest("hex");
}
