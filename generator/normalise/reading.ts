import type { Raw } from "./raw.js";

/** Levels of nesting past which a schema is cut, with a note in its place. */
export const MOST_LEVELS = 8;

/** How a schema is read. */
export interface Reading {
  /** Which side of the wire it describes: what is read-only is no part of a request, and the reverse. */
  readonly side: "request" | "answer";
  /** Whether binary text is a file: only a body of parts or bytes can carry one. */
  readonly files: boolean;
  /** Levels of nesting past which it is cut. */
  readonly levels: number;
  /** Schemas that may be visited: references multiply, and a small document can mean billions of them. */
  readonly schemas: number;
  /** Characters that the document's words on one field may have. */
  readonly words: number;
  /** Called for what the document declares and a reading can't keep; the same sentence may come twice. */
  readonly report: (what: string) => void;
}

/** Where in a schema the reading is. */
export interface Place extends Reading {
  readonly document: Raw;
  readonly level: number;
  /** References that are being followed, outermost first. */
  readonly trail: readonly string[];
  readonly budget: Budget;
}

/** Counts the schemas that one reading visits. */
export class Budget {
  #left: number;

  constructor(most: number) {
    this.#left = most;
  }

  /** @throws TooManySchemas */
  spend(): void {
    if (--this.#left < 0) throw new TooManySchemas("It means more schemas than can be shown.");
  }
}

/** A reading at fewer levels may still be possible. */
class TooManySchemas extends Error {}

/** What a reading gives, or nothing where it means too many schemas. */
export function attempt<T>(work: () => T): T | undefined {
  try {
    return work();
  } catch (error) {
    if (error instanceof TooManySchemas) return undefined;
    throw error;
  }
}

export function deeper(place: Place): Place {
  return { ...place, level: place.level + 1 };
}
