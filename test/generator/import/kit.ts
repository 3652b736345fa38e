// A document is looked into by the keys that a test has just written.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Loose = any;

/** A document whose one operation answers with `schema`. */
export function answering(schema: unknown, more: Record<string, unknown> = {}, openapi = "3.0.1") {
  return {
    openapi,
    info: { title: "Pets", version: "1" },
    paths: {
      "/pets": {
        get: { responses: { 200: { description: "", content: { "application/json": { schema } } } } },
      },
    },
    ...more,
  };
}

export const schemaIn = (document: Loose) =>
  document.paths["/pets"].get.responses[200].content["application/json"].schema;
