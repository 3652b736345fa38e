import { bundle } from "../load/bundle.js";
import { factsOf } from "../load/import.js";
import { readDocument } from "../load/read-document.js";
import type { Contract } from "./from-contract.js";

/**
 * Reads a document as an import does: what an import keeps, and what upstream published.
 * @param source path or http(s) URL
 * @throws ImportError where it cannot be read or does not fit OpenAPI.
 */
export async function readContract(source: string): Promise<Contract> {
  const { library } = await readDocument(source, { maxBytes: 64 * 1024 * 1024, timeoutMs: 30_000 });
  return published(bundle(library), library.fileAt(library.root));
}

/** The contract in a document that is at hand and refers to no other file. */
export function contractOf(document: unknown): Contract {
  return published(factsOf(document), document);
}

/**
 * A document that an import wrote has nothing of upstream's own left, not even an order; one that stands in several
 * files is put together by an import alone.
 */
function published(facts: unknown, document: unknown): Contract {
  const text = JSON.stringify(document);
  const isBare = text === JSON.stringify(facts) || /"\$ref":"(?!#)/.test(text);
  return { facts, published: isBare ? facts : document } as Contract;
}
