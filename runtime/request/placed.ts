import type { Placement } from "../contract/tool.js";

/** One argument that was given, and where it stands. */
export interface Placed {
  readonly argument: string;
  readonly wire: string;
  readonly placement: Placement;
  /** Never undefined. */
  readonly value: unknown;
}
