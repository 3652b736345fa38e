import type { OpenApiDocument } from "../../generator/normalise/raw.js";
import { everything } from "./every-member.js";

/** A position in a document that takes a text. */
export interface TextSlot {
  /** A JSON pointer; `name of` for a key that an author chooses. */
  readonly name: string;
  readonly form: "text" | "name" | "camel";
  /** The document with this text there. */
  readonly put: (text: string) => OpenApiDocument;
}

/** Maps whose keys an author chooses, by the key that holds the map. */
const CHOSEN: Readonly<Record<string, TextSlot["form"]>> = {
  paths: "text",
  webhooks: "name",
  properties: "name",
  patternProperties: "name",
  mapping: "name",
  variables: "name",
  scopes: "name",
  headers: "name",
  links: "name",
  callbacks: "name",
  examples: "name",
  encoding: "name",
  schemas: "name",
  responses: "name",
  parameters: "name",
  requestBodies: "name",
  securitySchemes: "name",
  pathItems: "name",
};

/** Strings that the grammar fixes: another one makes the document something else, and no text. */
const FIXED: ReadonlySet<string> = new Set(
  "openapi type in style format $ref jsonSchemaDialect $schema contentEncoding".split(" "),
);

/** Strings that take a name rather than a sentence. */
const NAMES: Readonly<Record<string, TextSlot["form"]>> = {
  name: "name",
  operationId: "camel",
  propertyName: "name",
};

/** Every text slot of a document in which everything that OpenAPI has stands once. */
export function everyText(): TextSlot[] {
  const slots: TextSlot[] = [];
  walk(everything(), [], slots);
  return slots;
}

function walk(value: unknown, path: readonly string[], slots: TextSlot[]): void {
  const key = path.at(-1) ?? "";
  const name = `/${path.join("/")}`;
  if (typeof value === "string") {
    if (FIXED.has(key)) return;
    const form = path.at(-2) === "required" ? "name" : (NAMES[key] ?? "text");
    slots.push({ name, form, put: (text) => changed(path, () => text) });
    return;
  }
  if (typeof value !== "object" || value === null) return;
  const form = Array.isArray(value) ? undefined : CHOSEN[key];
  for (const [member, inner] of Object.entries(value)) {
    if (form !== undefined && !/^\d{3}$/.test(member))
      slots.push({
        name: `name of ${name}/${member}`,
        form,
        put: (text) => renamed(path, member, form === "text" ? `/${text}` : text),
      });
    walk(inner, [...path, member], slots);
  }
}

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Json = any;

function changed(path: readonly string[], change: (value: Json) => Json): OpenApiDocument {
  const document = everything() as Json;
  const holder = path.slice(0, -1).reduce((inner, key) => inner[key], document);
  holder[path.at(-1)!] = change(holder[path.at(-1)!]);
  return document as OpenApiDocument;
}

/** The document with another key, and with references that follow it. */
function renamed(path: readonly string[], from: string, to: string): OpenApiDocument {
  const document = changed(path, (map: Json) =>
    Object.fromEntries(Object.entries(map).map(([key, value]) => [key === from ? to : key, value])),
  );
  if (path[0] !== "components") return document;
  const old = JSON.stringify(`#/components/${path[1]}/${from}`).slice(1, -1);
  const text = JSON.stringify(document).replaceAll(
    `"${old}"`,
    JSON.stringify(`#/components/${path[1]}/${to}`),
  );
  const all: Json = JSON.parse(text);
  if (path[1] === "securitySchemes") rename(all, from, to);
  return all as OpenApiDocument;
}

function rename(value: Json, from: string, to: string): void {
  for (const [key, inner] of Object.entries(value as object)) {
    if (key === "security" && Array.isArray(inner))
      for (const way of inner) {
        if (!(from in way)) continue;
        way[to] = way[from];
        delete way[from];
      }
    if (typeof inner === "object" && inner !== null) rename(inner, from, to);
  }
}
