import { oneDocument } from "../../generator/from-document/one-document.js";
import { bundle, type Library } from "../../generator/load/bundle.js";
import { readDocument } from "../../generator/load/read-document.js";
import type { OpenApiDocument } from "../../generator/normalise/raw.js";

/** What a document may be. */
export const limits = { maxBytes: 256 * 1024 * 1024, timeoutMs: 60_000 };

/**
 * Reads what a sandbox is made of: the facts of a document, or all of it where it strays from OpenAPI.
 * @throws ImportError
 */
export async function readContract(spec: string): Promise<OpenApiDocument> {
  const { library } = await readDocument(spec, limits);
  const facts = factsOf(library);
  return facts instanceof Error ? oneDocument(library) : facts;
}

/** A document that strays from OpenAPI has no facts that types could be made of, but may well have operations. */
export function factsOf(library: Library): OpenApiDocument | Error {
  try {
    return bundle(library) as unknown as OpenApiDocument;
  } catch (error) {
    return error as Error;
  }
}
