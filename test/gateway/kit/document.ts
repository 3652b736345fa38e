import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { expect } from "vitest";
import type { Reply } from "./gateway.js";

/** The parts of the gateway's OpenAPI document that tests read. */
export interface Document {
  readonly openapi: string;
  readonly paths: Readonly<Record<string, Readonly<Record<string, Operation>>>>;
  readonly components: object;
}

interface Operation {
  readonly responses: Readonly<Record<string, { content?: { "application/json": { schema: object } } }>>;
}

/** Checks answers against a document, and records which of its statuses occurred. */
export function createDocumentCheck(document: Document) {
  const ajv = new Ajv2020({ strict: false, allErrors: true });
  formats.default(ajv);
  ajv.addSchema({ $id: "document", components: document.components });
  const seen = new Set<string>();

  return {
    /** Checks that the document lists the status for the route, and that the body fits its schema. */
    check(method: string, path: string, { status, body }: Reply<unknown>): void {
      // Checked before the route: a body that is too large or not JSON.
      if (status === 413 || status === 415) return;
      const template = templateOf(document, path);
      const name = `${method} ${template} ${status}`;
      const response = document.paths[template]![method.toLowerCase()]!.responses[status];
      expect(response, name).toBeDefined();
      seen.add(name);
      const content = response!.content;
      // Exports have formats of their own. log-export.test.ts checks them.
      if (content && !("application/json" in content)) return;
      const schema = content?.["application/json"].schema;
      if (!schema) return expect(body).toBe("");
      const own = JSON.stringify(schema).replaceAll('"#/components', '"document#/components');
      const isValid = ajv.validate(JSON.parse(own) as object, body);
      expect(ajv.errors, `${name}: ${JSON.stringify(body).slice(0, 300)}`).toBe(isValid ? null : undefined);
    },
    /** Answers in the document that did not occur. */
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
