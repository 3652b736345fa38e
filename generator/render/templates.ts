import Handlebars from "handlebars";
import { comment, literal } from "./literal.js";

/** Prints a view into a template. */
export type Template = (view: object) => string;

/**
 * Compiles a template. Output is code, so nothing is escaped as HTML. A field that is missing in the view is an error.
 * All text of a specification goes through `literal` or `comment`.
 */
export function compileTemplate(text: string): Template {
  const engine = Handlebars.create();
  engine.registerHelper({ literal, comment });
  return engine.compile(text, { noEscape: true, strict: true });
}
