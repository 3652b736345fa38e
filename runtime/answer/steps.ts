/** The allowance of steps is used up. The expression is valid, but takes too long on this answer. */
export class TooMuchWork extends Error {}

/** One step is about a fifth of a microsecond of work. */
export interface Steps {
  /** @throws TooMuchWork once all steps are used up */
  take(count: number): void;
  /** The remaining steps. */
  readonly left: number;
}

export function createSteps(most: number): Steps {
  let left = most;
  return {
    get left() {
      return left;
    },
    take(count) {
      left -= count;
      if (!(left >= 0)) throw new TooMuchWork();
    },
  };
}

/** Characters that native code copies, compares or writes in one step. */
const CHARACTERS_PER_STEP = 64;
const ENTRIES_PER_STEP = 8;

/** Steps to copy a text, or to visit a list or the names of a record, without their contents. */
export function shallowSteps(value: unknown): number {
  if (typeof value === "string") return value.length / CHARACTERS_PER_STEP;
  if (typeof value !== "object" || value === null) return 0;
  const entries = Array.isArray(value) ? value.length : Object.keys(value).length;
  return entries / ENTRIES_PER_STEP;
}

/**
 * Counts the steps for writing a value as JSON. Repeated parts count each time, because each is written. It stops when
 * the steps are used up.
 */
export function takeDeep(value: unknown, steps: Steps): void {
  steps.take(0.5 + shallowSteps(value));
  if (typeof value !== "object" || value === null) return;
  for (const [name, held] of Object.entries(value)) {
    steps.take(name.length / CHARACTERS_PER_STEP);
    takeDeep(held, steps);
  }
}
