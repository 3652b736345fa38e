import { documentOf, generatedFrom, posting, type Generated } from "./kit.js";

/** A document with one operation, `post_it`, with a JSON body of the schema. */
export function bodyOf(schema: object, schemas: object = {}): Promise<Generated> {
  return generatedFrom({
    "pets.json": documentOf({ "/it": { post: posting(schema) } }, { components: { schemas } }),
  });
}

export const text = { type: "string" };
