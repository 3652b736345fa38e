import type { Answers } from "../contract/answers.js";
import type { JsonObjectSchema } from "../contract/catalogue.js";
import { outputSchemaOf, type SchemaOptions } from "./schema.js";

/** The output schemas of tools, for a server that lists them. */
export interface Outputs {
  /** By canonical name. */
  schemaOf(tool: string): JsonObjectSchema;
}

/** @param isHidden whether the server hides the values of fields with this name */
export function createOutputs(answers: Answers, isHidden?: SchemaOptions["isHidden"]): Outputs {
  const known = new Map<string, JsonObjectSchema>();
  return {
    schemaOf(tool) {
      const schema = known.get(tool) ?? outputSchemaOf(answers, tool, isHidden);
      known.set(tool, schema);
      return schema;
    },
  };
}
