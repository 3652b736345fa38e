import type { z } from "zod";
import { faultsOf } from "../api/validation.js";
import { GatewayError } from "../error.js";

/**
 * A fault that a person can fix. Other errors are rethrown.
 * @param fix the page's advice, instead of the API's
 */
export function faultOf(error: unknown, fix?: string): readonly string[] {
  if (!(error instanceof GatewayError) || error.statusCode === 404) throw error;
  const faults = error.message.split("; ");
  return error.fix === undefined || fix === undefined ? faults : [...faults, fix];
}

/** Does the work, or returns the fault to show. */
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

/**
 * What is wrong with the filters in a page's address, which a person may have typed.
 * @param labels of the filters' fields
 */
export function filterFaults(error: Pick<z.ZodError, "issues">, labels: Labels): readonly string[] {
  return faultsOf("json", error).map((fault) =>
    fault.replace(/^[a-z_]+(?=: )/, (name) => (Object.hasOwn(labels, name) ? labels[name]! : name)),
  );
}

/** The words of a page for fields of the API. */
export type Labels = Readonly<Record<string, string>>;
