import { change, type Change } from "./change.js";
import { show, type Schema } from "./schema-words.js";

/** Limits by name: true if a larger value takes less. */
const LIMITS: Readonly<Record<string, boolean>> = {
  minimum: true,
  minLength: true,
  minItems: true,
  maximum: false,
  maxLength: false,
  maxItems: false,
};

/** Changes of the limits, the format and the pattern of a value. */
export function limitChanges(before: Schema, after: Schema, at: string): Change[] {
  const limits = Object.entries(LIMITS).flatMap(([name, lower]): Change[] => {
    const [was, is] = [before[name], after[name]] as (number | undefined)[];
    if (was === is) return [];
    const narrows = is !== undefined && (was === undefined || (lower ? is > was : is < was));
    return [limited(name, [was, is], narrows, at)];
  });
  return [...limits, ...formChanges(before, after, at)];
}

/** A format that is documented for the first time describes values that were needed before. */
function formChanges(before: Schema, after: Schema, at: string): Change[] {
  const format = [before.format, after.format];
  const formats =
    format[0] === format[1]
      ? []
      : format[0] === undefined
        ? [change("format-told", `has format ${show(format[1])}`, { at })]
        : format[1] === undefined
          ? [change("format-untold", `no longer has format ${show(format[0])}`, { at })]
          : [limited("format", format, true, at)];
  const [was, is] = [before.pattern, after.pattern];
  return [...formats, ...(was === is ? [] : [limited("pattern", [was, is], is !== undefined, at)])];
}

function limited(name: string, [was, is]: readonly unknown[], narrows: boolean, at: string): Change {
  const says =
    is === undefined ? `no longer has ${name} ${show(was)}` : `has ${name} ${show(is)}${before(was)}`;
  return change(narrows ? "limit-narrowed" : "limit-widened", says, { at });
}

function before(was: unknown): string {
  return was === undefined ? "" : `, and was ${show(was)}`;
}
