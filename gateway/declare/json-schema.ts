import { OpenAPIHono } from "@hono/zod-openapi";
import { declaration } from "./declaration.js";

/** The JSON Schema of a file of `standpipe apply`, for editors. */
export function declarationSchema(): object {
  const app = new OpenAPIHono();
  app.openAPIRegistry.register("Declaration", declaration);
  const { components } = app.getOpenAPI31Document({ openapi: "3.1.0", info: { title: "", version: "" } });
  const { Declaration: file, ...parts } = inDefinitions(components?.schemas);
  return {
    $schema: "https://json-schema.org/draft/2020-12/schema",
    title: "Accounts, server URLs and roles of a Standpipe gateway",
    ...file,
    $defs: parts,
  };
}

/** References of an OpenAPI document as those of a JSON Schema. */
function inDefinitions(schemas: unknown): Record<string, object> {
  const text = JSON.stringify(schemas, (_, part: unknown) =>
    typeof part === "string" ? part.replace(/^#\/components\/schemas\//, "#/$defs/") : part,
  );
  return JSON.parse(text) as Record<string, object>;
}
