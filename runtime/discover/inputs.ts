import { z } from "zod";
import { methodNames } from "../registry/methods.js";

/** Inputs of discover's tools for checking. `tools.ts` has them as they are listed. */
export const searchInput = z.strictObject({
  query: z.string().min(1).max(500),
  limit: z.int().min(1).max(50).optional(),
  tags: z.array(z.string()).optional(),
  access: z.enum(methodNames).optional(),
});

export const describeInput = z.strictObject({ name: z.string() });

export const executorInput = z.strictObject({
  tool: z.string(),
  arguments: z.record(z.string(), z.unknown()).optional(),
});
