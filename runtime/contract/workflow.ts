import type { z } from "zod";

/** A reviewed program that is one tool. Each is imported at its first call. */
export interface WorkflowModule {
  readonly name: string;
  readonly input: z.ZodType;
  /** The body of an async function over `api` and `input`, in JavaScript. */
  readonly source: string;
}
