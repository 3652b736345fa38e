import type { Change } from "../change.js";
import type { Side } from "./facts.js";
import type { Node } from "./node.js";

/** Two schemas that are compared. */
export interface Pair {
  readonly before: Node;
  readonly after: Node;
}

/** A pair inside another one. */
export interface InnerPair extends Pair {
  /** The place inside the outer pair; begins with `.` or `[]`. */
  readonly at: string;
  /** The name of the option, where the pair is an option of the outer one. */
  readonly option?: string;
}

/** The changes of a pair itself, and the pairs inside it. */
export interface Difference {
  readonly changes: readonly Change[];
  readonly inner: readonly InnerPair[];
}

export const NO_DIFFERENCE: Difference = { changes: [], inner: [] };

/** Whether two schemas take the same values. */
export type IsSame = (before: Node, after: Node, side: Side) => boolean;
