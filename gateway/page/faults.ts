import type { z } from "zod";
import { faultsOf } from "../api/validation.js";
import { GatewayError } from "../error.js";

/**
 * What a person can fix. Other errors are thrown on.
 * @param fix what the page says in place of the API's own advice
 */
export function faultOf(error: unknown, fix?: string): readonly string[] {
  if (!(error instanceof GatewayError) || error.statusCode === 404) throw error;
  const faults = error.message.split("; ");
  return error.fix === undefined || fix === undefined ? faults : [...faults, fix];
}

/** Does what was asked for, or answers what a person must fix. */
export async function attempt<Data, Result>(
  schema: z.ZodType<Data>,
  given: unknown,
  act: (data: Data) => Promise<Result>,
  fix?: string,
): Promise<
  { readonly result: Result; readonly faults?: undefined } | { readonly faults: readonly string[] }
> {
  const { data, error } = schema.safeParse(given);
  if (error) return { faults: faultsOf("json", error) };
  try {
    return { result: await act(data) };
  } catch (error) {
    return { faults: faultOf(error, fix) };
  }
}
