import { oneDocument } from "../../generator/from-document/one-document.js";
import { bundle, type Library } from "../../generator/load/bundle.js";
import type { OnMisfit } from "../../generator/load/rewrite.js";
import { readDocument } from "../../generator/load/read-document.js";
import type { OpenApiDocument } from "../../generator/normalise/raw.js";

/** What a document may be. */
export const limits = { maxBytes: 256 * 1024 * 1024, timeoutMs: 60_000 };

/**
 * Reads the contract for a sandbox: the facts of a document, or the whole document if it is invalid.
 * @throws ImportError
 */
export async function readContract(spec: string): Promise<OpenApiDocument> {
  const { library } = await readDocument(spec, limits);
  const facts = factsOf(library);
  return facts instanceof Error ? oneDocument(library) : facts;
}

/** An invalid document has no facts to make types from, but it may have operations. Bad schemas take anything. */
export function factsOf(library: Library, onMisfit: OnMisfit = () => {}): OpenApiDocument | Error {
  try {
    return bundle(library, onMisfit) as unknown as OpenApiDocument;
  } catch (error) {
    return error as Error;
  }
}
