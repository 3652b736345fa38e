import { bundle } from "../load/bundle.js";
import { factsOf } from "../load/import.js";
import { readDocument } from "../load/read-document.js";
import type { OpenApiDocument } from "../normalise/raw.js";
import type { Contract } from "./from-contract.js";

/**
 * Reads a document as an import does: what an import keeps, and what upstream published.
 * @param source path or http(s) URL
 * @throws ImportError where it cannot be read or does not fit OpenAPI.
 */
export async function readContract(source: string): Promise<Contract> {
  const { library } = await readDocument(source, { maxBytes: 64 * 1024 * 1024, timeoutMs: 30_000 });
  const facts = bundle(library) as OpenApiDocument;
  const published = library.fileAt(library.root) as OpenApiDocument;
  return { facts, published: refersToFiles(published) ? facts : published };
}

/** The contract in a document that is at hand and refers to no other file. */
export function contractOf(document: unknown): Contract {
  return { facts: factsOf(document) as OpenApiDocument, published: document as OpenApiDocument };
}

/** What stands in several files is compared without its prose: only an import puts it together. */
function refersToFiles(document: unknown): boolean {
  return /"\$ref":"(?!#)/.test(JSON.stringify(document));
}
