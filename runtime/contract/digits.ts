import { z } from "zod";

/**
 * An integer as its digits, because JSON numbers above 2^53 lose digits. Its type is that of the number that is sent
 * instead.
 */
export function digits(): z.ZodType<number> {
  return z.string().regex(/^-?[0-9]+$/, "must be digits") as unknown as z.ZodType<number>;
}
