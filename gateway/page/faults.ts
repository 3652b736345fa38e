import type { z } from "zod";
import { faultsOf } from "../api/validation.js";
import { GatewayError } from "../error.js";

/** What a person can put right; all else goes on up. */
export function faultOf(error: unknown): readonly string[] {
  if (error instanceof GatewayError && error.statusCode !== 404) return error.message.split("; ");
  throw error;
}

/** Does what was asked for where it is in order; else what a person must put right. */
export async function attempt<Data, Result>(
  schema: z.ZodType<Data>,
  given: unknown,
  act: (data: Data) => Promise<Result>,
): Promise<
  { readonly result: Result; readonly faults?: undefined } | { readonly faults: readonly string[] }
> {
  const { data, error } = schema.safeParse(given);
  if (error) return { faults: faultsOf("json", error) };
  try {
    return { result: await act(data as Data) };
  } catch (error) {
    return { faults: faultOf(error) };
  }
}
