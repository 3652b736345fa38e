import type { Shape } from "../model/shape.js";
import type { Raw } from "./raw.js";

/** Deeper schemas are cut and replaced by a note. */
export const MOST_LEVELS = 8;

/** How a schema is read. */
export interface Reading {
  /** Whether it describes requests or answers. Requests have no read-only fields, answers no write-only ones. */
  readonly side: "request" | "answer";
  /** Whether binary text is a file. Only multipart and byte bodies can carry one. */
  readonly files: boolean;
  /** Deeper schemas are cut. */
  readonly levels: number;
  /** The maximum number of schemas to visit. References multiply, so a small document can mean billions. */
  readonly schemas: number;
  /** Maximum characters of the document's text for one field. */
  readonly words: number;
  /** Called for facts of the document that a reading cannot express. The same sentence may come twice. */
  readonly report: (what: string) => void;
}

/** The position of the reading inside a schema. */
export interface SchemaPosition extends Reading {
  readonly document: Raw;
  readonly level: number;
  /** References that are being followed, outermost first. */
  readonly trail: readonly string[];
  /** References that are being followed as parts of an `allOf` of the same value. */
  readonly parts: readonly string[];
  readonly budget: Budget;
  readonly known: Known;
}

/** What was read before. */
export interface Known {
  /** Every reference is named here, also one that is cut. */
  passes(step: string): void;
  /** The shape of a reference's target. `read` is called if it is not known, or is cut elsewhere in this place. */
  of(step: string, position: SchemaPosition, read: () => Shape): Shape;
}

/** Counts the schemas of one reading. */
export class Budget {
  #left: number;

  constructor(most: number) {
    this.#left = most;
  }

  get left(): number {
    return this.#left;
  }

  /** @throws TooManySchemas */
  spend(schemas = 1): void {
    this.#left -= schemas;
    if (this.#left < 0) throw new TooManySchemas("It contains too many schemas to show.");
  }
}

/** Reading fewer levels may still be possible. */
class TooManySchemas extends Error {}

/** The result of a reading; undefined if it would visit too many schemas. */
export function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof TooManySchemas) return undefined;
    throw error;
  }
}

export function deeper(position: SchemaPosition): SchemaPosition {
  return { ...position, level: position.level + 1, parts: [] };
}
