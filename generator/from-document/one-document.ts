import type { Library } from "../load/bundle.js";
import { pointer } from "../model/problem.js";
import type { OpenApiDocument } from "../normalise/raw.js";

/** The key under which the merged document keeps the other files. */
const SHELF = "x-standpipe-files";

/** Deeper than documents that people write, and shallow enough for the stack. */
const DEEPEST = 500;

/**
 * Merges the files of a document into one, with internal references and with its prose. A reference without a target
 * stays, and the next step reports it.
 * @throws ImportError if it has too many values
 */
export function oneDocument(library: Library): OpenApiDocument {
  const root = library.fileAt(library.root);
  if (isOne(root, 0, () => library.spend())) return root as OpenApiDocument;
  const places = new Map([[library.root, ""]]);
  const shelf: Record<string, unknown> = {};
  const document = copy(root, library.root, 0) as OpenApiDocument;
  // Copying finds more files, so the list grows while it is read.
  for (const [file] of places)
    if (file !== library.root) shelf[nameOf(file)] = copy(library.fileAt(file), file, 0);
  return places.size === 1 ? document : { ...document, [SHELF]: shelf };

  function copy(value: unknown, file: string, depth: number): unknown {
    library.spend();
    if (typeof value !== "object" || value === null) return value;
    if (depth > DEEPEST) return null;
    if (Array.isArray(value)) return value.map((item) => copy(item, file, depth + 1));
    return Object.fromEntries(
      Object.entries(value).map(([key, member]) => [key, memberOf(key, member, file, depth + 1)]),
    );
  }

  function memberOf(key: string, value: unknown, file: string, depth: number): unknown {
    if (key === "$ref" && typeof value === "string") return internal(value, file);
    if (key === "mapping" && isNames(value)) return renamed(value, file);
    return copy(value, file, depth);
  }

  /** The mapping of a discriminator names schemas in `components`, or refers to schemas elsewhere. */
  function renamed(mapping: Readonly<Record<string, string>>, file: string): object {
    const refers = (name: string) => /[#/]|\.(json|ya?ml)$/.test(name);
    return Object.fromEntries(
      Object.entries(mapping).map(([value, name]) => [value, refers(name) ? internal(name, file) : name]),
    );
  }

  function internal(reference: string, file: string): string {
    const url = URL.canParse(reference, file) ? new URL(reference, file) : undefined;
    if (!url) return reference;
    const pointer = url.hash.slice(1);
    url.hash = "";
    const place = placeOf(url.href);
    return place === undefined ? reference : `#${place}${pointer}`;
  }

  function placeOf(file: string): string | undefined {
    if (!places.has(file) && isThere(file)) places.set(file, encodeURI(pointer(SHELF, nameOf(file))));
    return places.get(file);
  }

  /** The path from the main file's folder, so that problems show it. */
  function nameOf(file: string): string {
    const folder = library.root.replace(/[^/]*$/, "");
    return decodeURI(file.startsWith(folder) ? file.slice(folder.length) : file);
  }

  function isThere(file: string): boolean {
    try {
      return library.fileAt(file) !== undefined;
    } catch {
      return false;
    }
  }
}

/** Whether the value can stay as it is: all its references are internal and in their usual form. Most documents are. */
function isOne(value: unknown, depth: number, spend: () => void): boolean {
  spend();
  if (typeof value !== "object" || value === null) return true;
  if (depth > DEEPEST) return false;
  if (Array.isArray(value)) return value.every((item) => isOne(item, depth + 1, spend));
  for (const key of Object.keys(value)) {
    const member: unknown = (value as Readonly<Record<string, unknown>>)[key];
    if (key === "$ref" && typeof member === "string" && !INTERNAL.test(member)) return false;
    if (key === "mapping" && isNames(member) && !Object.values(member).every(isUsualName)) return false;
    if (!isOne(member, depth + 1, spend)) return false;
  }
  return true;
}

/** A URL has these characters as they are. */
const INTERNAL = /^#[\w/.~{}()$:@,;!*+'=&?-]*$/;

function isUsualName(name: string): boolean {
  return INTERNAL.test(name) || /^[\w-]*$/.test(name);
}

function isNames(value: unknown): value is Readonly<Record<string, string>> {
  return (
    typeof value === "object" &&
    value !== null &&
    Object.values(value).every((name) => typeof name === "string")
  );
}
