import { createHash } from "node:crypto";
import { fileURLToPath } from "node:url";
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

  const content = await door.read(door.root);
  files.set(door.root, await asOpenApi3(door.root, parse({ url: door.root, data: content })));
  if (refersElsewhere(files.get(door.root))) await readReferences(files.get(door.root));
  door.assertWithinLimits();
  const mostValues = leastValues + sum([...door.contents.values()].map((content) => content.length));
  let values = 0;
  const isLocal = door.root.startsWith("file:") && refused.size === 0;
  return {
    library: { root: door.root, fileAt, spend },
    sha256: hashOf(door.contents),
    ...(isLocal ? { files: [...door.contents.keys()] } : {}),
  };

  /** The library finds the references and reads each file once. The bounded reader decides what it may read. */
  async function readReferences(document: unknown): Promise<void> {
    const path = door.root.startsWith("file:") ? fileURLToPath(door.root) : door.root;
    const options = {
      // A refused reference may be part of an example, which nothing follows.
      continueOnError: true,
      mutateInputSchema: true,
      resolve: { file: false, http: false, door: { canRead: true, read } },
      parse: { json: false, yaml: false, text: false, binary: false, any: { canParse: true, parse: keep } },
    };
    // Most documents are one file, and do without the library.
    const { $RefParser } = await import("@apidevtools/json-schema-ref-parser");
    await new $RefParser().resolve(path, document, options).catch(() => undefined);
  }

  function read({ url }: { url: string }): Promise<Buffer> {
    return orRefuse(url, () => door.read(canonical(url)));
  }

  function keep(file: ParsableFile): Promise<unknown> {
    return orRefuse(file.url, async () => {
      const value = parse(file);
      files.set(canonical(file.url), value);
      return value;
    });
  }

  async function orRefuse<T>(url: string, attempt: () => Promise<T>): Promise<T> {
    try {
      return await attempt();
    } catch (error) {
      refused.set(canonical(url), error as Error);
      throw error;
    }
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

/** Whether a document refers to another file. Anchors may repeat a value. */
function refersElsewhere(document: unknown): boolean {
  const seen = new Set<object>();
  const waiting = [document];
  while (waiting.length > 0) {
    const value = waiting.pop();
    if (typeof value !== "object" || value === null || seen.has(value)) continue;
    seen.add(value);
    const reference: unknown = (value as Record<string, unknown>).$ref;
    if (typeof reference === "string" && !reference.startsWith("#")) return true;
    for (const member of Object.values(value)) waiting.push(member);
  }
  return false;
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

/** The library names local files by encoded paths. This project uses URLs. */
function canonical(url: string): string {
  const found = new URL(url, "file:///");
  found.hash = "";
  return found.href;
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, number) => total + number, 0);
}

function hashOf(contents: ReadonlyMap<string, Buffer>): string {
  const hash = createHash("sha256");
  for (const url of [...contents.keys()].sort()) hash.update(contents.get(url) ?? "");
  return hash.digest("hex");
}
