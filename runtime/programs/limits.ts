/** The limits of one program. */
export interface ProgramLimits {
  /** Seconds from its start to its end, with all its calls. */
  readonly seconds: number;
  readonly memoryMb: number;
  readonly calls: number;
  /** Kilobytes of its text. */
  readonly sourceKb: number;
}

export const usualLimits: ProgramLimits = { seconds: 30, memoryMb: 64, calls: 200, sourceKb: 100 };

/** Programs that run in this process at once. */
export const MOST_PROGRAMS = 8;

/** Calls of one program that run at once. */
export const MOST_CALLS_AT_ONCE = 8;

/** Bytes that a program may print. */
export const MOST_PRINTED = 1_000_000;

/** Bytes of answers that are kept of a program that may have to wait for an approval. */
export const MOST_RECORDED = 16_000_000;

/** Characters of a call's arguments as JSON. A call over HTTP can have about as many. */
export const MOST_OF_A_CALL = 1_000_000;
