import { z } from "@hono/zod-openapi";

/*
 * The kinds of options of a server URL. The API's schema, the CLI's flags and the page's fields are made by kind, so a
 * new option of a known kind needs no code there.
 */

/** The properties of every option. */
interface Words {
  /** What it does, for the API's document and --help. */
  readonly about: string;
  /** Its name on the page. */
  readonly label: string;
}

/** Where the page shows it. */
export type FormGroup = "listing" | "limits" | "approval";

interface Shown extends Words {
  readonly group: FormGroup;
}

interface NumberWords extends Shown {
  readonly least: number;
  readonly most: number;
  readonly default: number;
}

/** A number with limits. */
function numberOption<Words extends NumberWords>(schema: z.ZodNumber, words: Words) {
  const { about, least, most, default: usual } = words;
  const bounds = `must be from ${least} to ${most}`;
  const bounded = schema.min(least, bounds).max(most, bounds);
  return {
    ...words,
    kind: "number" as const,
    schema: bounded.openapi({ description: about, default: usual }),
  };
}

export const wholeNumber = <Words extends NumberWords>(words: Words) => ({
  ...numberOption(z.int("must be a whole number"), words),
  step: 1,
});

export const seconds = <Words extends NumberWords>(words: Words) => ({
  ...numberOption(z.number("must be a number"), words),
  step: "any" as const,
});

/** One of several values, each with its label on the page. */
export function choice<Value extends string>(
  words: Shown & {
    readonly choices: Readonly<Record<Value, string>>;
    /** Absent if it depends on the API. */
    readonly default?: NoInfer<Value>;
  },
) {
  const values = Object.keys(words.choices) as [Value, ...Value[]];
  const schema = z.enum(values).openapi({ description: words.about, default: words.default });
  return { ...words, kind: "choice" as const, schema };
}

/** Yes or no. */
export function toggle(words: Shown & { readonly default: boolean }) {
  const schema = z
    .boolean("must be true or false")
    .openapi({ description: words.about, default: words.default });
  return { ...words, kind: "toggle" as const, schema };
}

/** A list of words. */
export function list(
  words: Shown & { readonly most: number; readonly such: string; readonly default?: undefined },
) {
  return {
    ...words,
    kind: "list" as const,
    schema: names
      .max(words.most, `must have at most ${words.most} entries`)
      .openapi({ description: words.about }),
  };
}

export type FlagKind = "text" | "toggle" | "list" | "lines";

/** A flag of the CLI. */
export interface Flag {
  readonly takes: FlagKind;
  readonly about: string;
}

interface OwnWords {
  readonly label: string;
  readonly flags: Readonly<Record<string, Flag>>;
  readonly schema: z.ZodType;
  readonly default?: unknown;
  /** The preset for a new server URL, if it differs from the default. */
  readonly proposed?: unknown;
}

/** An option with special fields and flags, for which page and CLI have their own code. */
export function own<const Words extends OwnWords>(words: Words) {
  return { ...words, kind: "own" as const };
}

const name = z.string().min(1, "must not be empty").max(100, "must have at most 100 characters");
/** Names, or patterns of names. */
export const names = z.array(name);
