import { bundle, type Library } from "../load/bundle.js";
import { factsOf } from "../load/import.js";
import { readDocument } from "../load/read-document.js";
import { oneDocument } from "../from-document/one-document.js";
import type { OpenApiDocument } from "../normalise/raw.js";
import type { Contract } from "./from-contract.js";

/** The same limits as `generate --spec`. */
const LIMITS = { maxBytes: 256 * 1024 * 1024, timeoutMs: 60_000 };

/**
 * Reads a document in the same way as `generate`.
 * @param source path or http(s) URL
 * @throws ImportError if it cannot be read
 */
export async function readContract(source: string): Promise<Contract> {
  const { library } = await readDocument(source, LIMITS);
  const isUrl = !library.root.startsWith("file:");
  return contractIn(library, isUrl ? library.root : undefined);
}

/** The contract of a parsed document that refers to no other file. */
export function contractOf(document: unknown): Contract {
  return {
    document: document as OpenApiDocument,
    facts: () => factsOf(document) as unknown as OpenApiDocument,
  };
}

/** A contract that an import wrote. It has only facts, so it needs no conversion. */
export function importedContract(document: unknown): Contract {
  return { document: document as OpenApiDocument, facts: () => document as OpenApiDocument };
}

function contractIn(library: Library, url: string | undefined): Contract {
  return {
    document: oneDocument(library),
    ...(url === undefined ? {} : { url }),
    facts: () => bundle(library) as unknown as OpenApiDocument,
  };
}
