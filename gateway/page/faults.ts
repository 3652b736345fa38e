import type { z } from "zod";
import { faultsOf } from "../api/validation.js";
import { GatewayError } from "../error.js";

/** What a person can fix, one fault an entry. Any other error is thrown on. */
export function faultOf(error: unknown): readonly string[] {
  if (!(error instanceof GatewayError) || error.statusCode === 404) throw error;
  // 502 means that the API could not be asked about a key.
  if (error.statusCode === 502) return [`${error.message} Tick the box below the key to keep it unchecked.`];
  return error.message.split("; ");
}

/** Does what was asked for, or gives what a person must fix. */
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
    return { result: await act(data) };
  } catch (error) {
    return { faults: faultOf(error) };
  }
}
