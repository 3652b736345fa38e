import { comment, literal } from "./literal.js";

/** Prints a view into a template. */
export type Template = (view: object) => string;

/** Places a part of a view in a template. All text of a specification goes through `literal` or `comment`. */
const PLACE = /\{\{(?:(literal|comment) )?(\w+)\}\}/g;

/** Lines that are repeated for each view of a list. */
const EACH = /\{\{#each (\w+)\}\}\n(.*?)\{\{\/each\}\}\n/gs;

/**
 * Compiles a template in the notation of Handlebars, whose own library takes longer to load than all modules take to
 * print. A part that is missing in the view is an error.
 */
export function compileTemplate(text: string): Template {
  const parts: Template[] = [];
  let end = 0;
  for (const { 0: whole, 1: list = "", 2: lines = "", index } of text.matchAll(EACH)) {
    parts.push(placing(text.slice(end, index)));
    const each = placing(lines);
    parts.push((view) => (partOf(view, list) as readonly object[]).map(each).join(""));
    end = index + whole.length;
  }
  parts.push(placing(text.slice(end)));
  return (view) => parts.map((part) => part(view)).join("");
}

function placing(text: string): Template {
  return (view) =>
    text.replace(PLACE, (_, helper: "literal" | "comment" | undefined, name: string) => {
      const part = partOf(view, name);
      if (helper === "literal") return literal(part);
      return helper === "comment" ? comment(part as string) : (part as string);
    });
}

function partOf(view: object, name: string): unknown {
  const part = (view as Readonly<Record<string, unknown>>)[name];
  if (part === undefined) throw new Error(`A template needs ${name}, which is undefined.`);
  return part;
}
