/** Work past its allowance. Nothing is wrong with the expression itself: it would take too long on this answer. */
export class TooMuchWork extends Error {}

/** One step is about a fifth of a microsecond of work. */
export interface Steps {
  /** @throws TooMuchWork once all steps are used up */
  take(count: number): void;
  /** How many are left. */
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

/** Steps to copy a text, or to walk through a list or over the names of a record, without what they hold. */
export function shallowSteps(value: unknown): number {
  if (typeof value === "string") return value.length / CHARACTERS_PER_STEP;
  if (typeof value !== "object" || value === null) return 0;
  const entries = Array.isArray(value) ? value.length : Object.keys(value).length;
  return entries / ENTRIES_PER_STEP;
}

/**
 * Takes the steps that writing a value as JSON needs. Parts that a value has many times count each time, because each
 * is written. The walk ends where the steps do.
 */
export function takeDeep(value: unknown, steps: Steps): void {
  steps.take(0.5 + shallowSteps(value));
  if (typeof value !== "object" || value === null) return;
  for (const [name, held] of Object.entries(value)) {
    steps.take(name.length / CHARACTERS_PER_STEP);
    takeDeep(held, steps);
  }
}
