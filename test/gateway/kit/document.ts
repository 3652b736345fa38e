import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { expect } from "vitest";
import type { Answer } from "./gateway.js";

/** The gateway's OpenAPI document, as far as tests look into it. */
export interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: object;
}

interface Operation {
  readonly responses: Readonly<Record<string, { content?: { "application/json": { schema: object } } }>>;
}

/** Holds answers to a document, and knows which of those that it names came up. */
export function createDocumentCheck(document: Document) {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema({ $id: "document", components: document.components });
  const seen = new Set<string>();

  return {
    /** The status is one that the document has for the route, and the body fits that status's schema. */
    check(method: string, path: string, { status, body }: Answer<unknown>): void {
      // Of any route, before it is looked for: too large, or no JSON by its type.
      if (status === 413 || status === 415) return;
      const template = templateOf(document, path);
      const name = `${method} ${template} ${status}`;
      const response = document.paths[template]![method.toLowerCase()]!.responses[status];
      expect(response, name).toBeDefined();
      seen.add(name);
      const schema = response!.content?.["application/json"].schema;
      if (!schema) return expect(body).toBe("");
      const own = JSON.stringify(schema).replaceAll('"#/components', '"document#/components');
      const isValid = ajv.validate(JSON.parse(own) as object, body);
      expect(ajv.errors, `${name}: ${JSON.stringify(body).slice(0, 300)}`).toBe(isValid ? null : undefined);
    },
    /** Answers that the document names and that did not come up. */
    unseen(): string[] {
      const all = Object.entries(document.paths).flatMap(([path, methods]) =>
        Object.entries(methods).flatMap(([method, { responses }]) =>
          Object.keys(responses).map((status) => `${method.toUpperCase()} ${path} ${status}`),
        ),
      );
      return all.filter((name) => !seen.has(name));
    },
  };
}

function templateOf({ paths }: Document, path: string): string {
  const bare = path.split("?")[0]!;
  return Object.keys(paths).find((known) =>
    new RegExp(`^${known.replace(/\{\w+\}/g, "[^/]+")}$`).test(bare),
  )!;
}
