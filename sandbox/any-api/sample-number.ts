import type { Random } from "../store/random.js";
import type { Json } from "../values.js";

/** A number within a schema's limits. */
export function sampleNumber(keywords: Json, isWhole: boolean, random: Random): number {
  const step = Number(keywords.multipleOf ?? (isWhole ? 1 : 0.5));
  const low = lowest(keywords, step);
  const high = highest(keywords, step);
  const from = low ?? Math.min(1, high ?? 1);
  const to = Math.min(high ?? from + 20 * step, from + 20 * step);
  const first = Math.ceil(from / step);
  const last = Math.max(first, Math.floor(to / step));
  const chosen = random.between(first, last) * step;
  // No multiple is within the limits.
  return chosen > to || chosen < from ? (isWhole ? Math.ceil(from) : from) : rounded(chosen);
}

function lowest({ minimum, exclusiveMinimum }: Json, step: number): number | undefined {
  if (typeof exclusiveMinimum === "number") return exclusiveMinimum + step;
  if (typeof minimum !== "number") return undefined;
  return exclusiveMinimum === true ? minimum + step : minimum;
}

function highest({ maximum, exclusiveMaximum }: Json, step: number): number | undefined {
  if (typeof exclusiveMaximum === "number") return exclusiveMaximum - step;
  if (typeof maximum !== "number") return undefined;
  return exclusiveMaximum === true ? maximum - step : maximum;
}

/** Without the rounding errors of steps such as 0.01. */
function rounded(value: number): number {
  return Number(value.toPrecision(12));
}
