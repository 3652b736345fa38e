import type { $ZodType, $ZodTypes } from "zod/v4/core";

/** The schemas at a path below others: several if there is a union, none if the value is free. */
export function schemasAt(schemas: readonly $ZodType[], path: readonly PropertyKey[]): readonly $ZodType[] {
  return path.reduce<readonly $ZodType[]>(
    (found, key) => found.flatMap((schema) => below(schema, key)),
    schemas,
  );
}

/** The property names of the object schemas. */
export function keysOf(schemas: readonly $ZodType[]): string[] {
  const keys = schemas
    .flatMap(alternatives)
    .flatMap(({ _zod: { def } }) => (def.type === "object" ? Object.keys(def.shape) : []));
  return [...new Set(keys)];
}

/** Whether one of the schemas takes texts. */
export function takesText(schemas: readonly $ZodType[]): boolean {
  return schemas.flatMap(alternatives).some(({ _zod: { def } }) => def.type === "string");
}

/** The options of the union among the schemas, in the order of a union's errors. */
export function optionsOf(schemas: readonly $ZodType[]): readonly $ZodType[] {
  return schemas.flatMap((schema) => {
    const { def } = bare(schema)._zod;
    return def.type === "union" ? def.options : [];
  });
}

function below(schema: $ZodType, key: PropertyKey): $ZodType[] {
  return alternatives(schema).flatMap(({ _zod: { def } }) => {
    switch (def.type) {
      case "object":
        return [def.shape[String(key)] ?? def.catchall].filter((member) => member !== undefined);
      case "record":
        return [def.valueType];
      case "array":
        return [def.element];
      default:
        return [];
    }
  });
}

function alternatives(schema: $ZodType): $ZodTypes[] {
  const inner = bare(schema);
  const { def } = inner._zod;
  return def.type === "union" ? def.options.flatMap(alternatives) : [inner];
}

/** A schema without the parts that make it optional or nullable. */
function bare(schema: $ZodType): $ZodTypes {
  const { def } = (schema as $ZodTypes)._zod;
  const isWrapper = def.type === "optional" || def.type === "nullable" || def.type === "readonly";
  if (isWrapper) return bare(def.innerType);
  return def.type === "lazy" ? bare(def.getter()) : (schema as $ZodTypes);
}
