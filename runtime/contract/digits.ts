import { z } from "zod";

/**
 * An integer as its digits: JSON numbers past 2^53 lose digits on their way here. Its type is that of the number that is
 * sent in its place.
 */
export function digits(): z.ZodType<number> {
  return z.string().regex(/^-?[0-9]+$/, "must be digits") as unknown as z.ZodType<number>;
}
