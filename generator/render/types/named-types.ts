import type { Raw } from "../../normalise/raw.js";
import { pointerKeys } from "./references.js";
import { indexed, NULL, other, STRING, union, type Type } from "./type-text.js";

/**
 * The type that a `#/…` reference names.
 * @param parameter what it leads to, where that is a parameter: outside of `components` its type has another place
 */
export function referenceType(reference: string, parameter?: Raw): Type {
  const [root, ...keys] = pointerKeys(reference);
  if (root === undefined) throw new Error(`The reference ${reference} is not a JSON pointer.`);
  const place = keys.filter((key, at) => at < 2 || key !== "properties");
  if (parameter && keys.length > 2) place.splice(-1, 1, String(parameter.in), String(parameter.name));
  return indexed(root, place);
}

/** Files have the type of their argument. Binary data is a text in JSON and in text forms. */
export function fileType({ format, nullable: takesNull }: Raw, media: string | undefined): Type | undefined {
  if (format !== "binary") return undefined;
  // A named schema may be used in any body.
  const isFile = !/json|urlencoded|^text\//.test(media ?? "json");
  return union([other("FileArgument"), ...(isFile ? [] : [STRING]), ...(takesNull ? [NULL] : [])]);
}
