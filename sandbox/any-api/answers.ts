import { createRandom, type Random } from "../store/random.js";
import { fit, type Fitting } from "./fit.js";
import { isRecord, type Json } from "../values.js";
import { sample } from "./sample.js";
import type { Validity } from "./validity.js";
import type { ViewOf } from "./view.js";

/** The parts that every answer needs. */
export interface Making {
  readonly view: ViewOf;
  readonly validity: Validity;
  readonly seed: string;
  readonly now: () => Date;
}

/** Random numbers for one thing. The same thing always gets the same numbers. */
export function randomOf({ seed }: Making, thing: string): Random {
  return createRandom(`${seed} ${thing}`);
}

export function fittingFor(making: Making, thing: string): Fitting {
  return { view: making.view, validity: making.validity, random: randomOf(making, thing), now: making.now() };
}

/**
 * A valid answer with as many fields of a value as the schema allows.
 * @param thing names what is answered, so that samples are the same each time
 * @returns undefined if no valid answer was found. `isKept` is false if the answer has nothing of the value.
 */
export function answerBy(
  schema: unknown,
  value: unknown,
  thing: string,
  making: Making,
): { readonly value: unknown; readonly isKept: boolean } | undefined {
  const fitting = fittingFor(making, thing);
  const isValid = (one: unknown) => one !== undefined && making.validity.isValid(schema, one, "answer");
  const fitted = fit(schema, value, fitting);
  if (isValid(fitted)) return { value: fitted, isKept: true };
  for (const made of samples(schema, thing, making)) {
    const joined = isRecord(made) && isRecord(value) ? deepJoined(made, fit(schema, value, fitting)) : made;
    if (isValid(joined)) return { value: joined, isKept: joined !== made };
    if (isValid(made)) return { value: made, isKept: false };
  }
  return undefined;
}

/** Different samples of a schema, the fullest first. Some of them may be invalid. */
export function* samples(schema: unknown, thing: string, making: Making): Generator<unknown> {
  for (const levels of [2, 1, 0]) {
    for (const variant of [0, 1, 2, 3]) {
      const options = {
        view: making.view,
        random: randomOf(making, thing),
        now: making.now(),
        variant,
        levels,
      };
      const made = sample(schema, options);
      if (made !== undefined) yield made;
    }
  }
}

/** A valid sample of a schema. Undefined if none was found. */
export function validSample(schema: unknown, thing: string, making: Making): unknown {
  for (const made of samples(schema, thing, making))
    if (making.validity.isValid(schema, made, "answer")) return made;
  return undefined;
}

/** The first with the fields of the second in it. */
export function deepJoined(one: Json, other: unknown): Json {
  if (!isRecord(other)) return one;
  const joined = Object.entries(other).map(([name, value]) => {
    const before = one[name];
    return [name, isRecord(before) && isRecord(value) ? deepJoined(before, value) : value] as const;
  });
  return { ...one, ...Object.fromEntries(joined) };
}
