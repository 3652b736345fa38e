import type { Placement } from "../contract/tool.js";

/** A given argument with its place. */
export interface Placed {
  readonly argument: string;
  readonly wire: string;
  readonly placement: Placement;
  /** Never undefined. */
  readonly value: unknown;
}
