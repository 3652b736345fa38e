import { bundle } from "./bundle.js";
import type { ReadLimits } from "./bounded-reader.js";
import { ImportError } from "./import-error.js";
import { readDocument } from "./read-document.js";
import type { JsonObject } from "./rewrite.js";

export interface ImportCounts {
  readonly paths: number;
  readonly operations: number;
  readonly schemas: number;
}

export interface Imported {
  /** OpenAPI 3.0 or 3.1 with facts only, in a fixed order, in one file. */
  readonly document: JsonObject;
  readonly counts: ImportCounts;
  /** Of the source bytes, in hexadecimal. */
  readonly sha256: string;
}

const defaultLimits: ReadLimits = { maxBytes: 64 * 1024 * 1024, timeoutMs: 30_000 };

/**
 * Imports an upstream document: OpenAPI 3.0, 3.1 or Swagger 2.0, JSON or YAML, in one file or many. References are
 * followed only within the document's origin: its server, or its folder and the folders in it.
 * @param source path or http(s) URL
 * @throws ImportError if the document cannot be read, is not valid OpenAPI, or exceeds the limits.
 */
export async function importDocument(source: string, options: Partial<ReadLimits> = {}): Promise<Imported> {
  const { library, sha256 } = await readDocument(source, { ...defaultLimits, ...options });
  const document = bundle(library);
  return { document, counts: countsOf(document), sha256 };
}

/** The facts of an OpenAPI document that refers to no other file. */
export function factsOf(document: unknown): JsonObject {
  const root = "memory:/document";
  return bundle({
    root,
    spend() {},
    fileAt(url) {
      if (url === root) return document;
      throw new ImportError(url, "only a document with a path or a URL may refer to other files");
    },
  });
}

/** An imported document as text. The same facts always give the same bytes. */
export function printDocument(document: JsonObject): string {
  return `${JSON.stringify(document, null, 2)}\n`;
}

const methods = ["get", "put", "post", "delete", "patch", "options", "head", "trace"];

function countsOf(document: JsonObject): ImportCounts {
  const items = Object.values((document.paths ?? {}) as Record<string, JsonObject>);
  const components = (document.components ?? {}) as Record<string, JsonObject>;
  return {
    paths: items.length,
    operations: items.flatMap((item) => methods.filter((method) => item[method] !== undefined)).length,
    schemas: Object.keys(components.schemas ?? {}).length,
  };
}
