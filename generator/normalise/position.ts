import type { KnownShapes } from "./known-shapes.js";
import type { Raw } from "./raw.js";
import type { Budget, Place, Reading } from "./reading.js";

/** The position of the reading inside a schema. */
export interface SchemaPosition extends Reading, Place {
  readonly document: Raw;
  readonly budget: Budget;
  readonly known: KnownShapes;
}

export function deeper(position: SchemaPosition): SchemaPosition {
  return { ...position, level: position.level + 1, parts: [] };
}
