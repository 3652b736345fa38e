import type { Loose } from "../sandbox/kit/loose.js";

/** A request that fits a zod 3 schema of the SDK: the values of `given`, and others of the right type. */
export function requestFor(schema: Loose, given: Record<string, unknown>, body: unknown): unknown {
  const root = unwrapped(schema, "ZodObject");
  if (root === undefined) return valueFor(schema, body ?? given);
  const fields = Object.entries<Loose>(root._def.shape()).map(([name, field]) => {
    const own = given[snake(name)] ?? given[name];
    if (own !== undefined) return [name, valueFor(field, own)];
    if (field._def.typeName === "ZodOptional" || field._def.typeName === "ZodNullable")
      return [name, undefined];
    const isBody = ["ZodLazy", "ZodArray", "ZodEffects"].includes(field._def.typeName);
    return [name, valueFor(field, isBody ? body : undefined)];
  });
  return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
}

function valueFor(schema: Loose, given: Loose): Loose {
  const { typeName, ...of } = schema._def;
  switch (typeName) {
    case "ZodEffects":
      return valueFor(of.schema, given);
    case "ZodLazy":
      return valueFor(of.getter(), given);
    case "ZodOptional":
    case "ZodNullable":
    case "ZodDefault":
      return given === undefined ? undefined : valueFor(of.innerType, given);
    case "ZodObject": {
      const fields = Object.entries<Loose>(of.shape()).map(([name, field]) => [
        name,
        valueFor(field, given?.[snake(name)] ?? given?.[name]),
      ]);
      return Object.fromEntries(fields.filter(([, value]) => value !== undefined));
    }
    case "ZodArray":
      return [given].flat().map((one: Loose) => valueFor(of.type, one));
    case "ZodUnion":
      return valueFor(of.options[0], given);
    case "ZodDate":
      return new Date(given ?? "2026-01-01T00:00:00Z");
    case "ZodString":
      return String(given ?? "text");
    case "ZodNumber":
      return Number(given ?? 1);
    case "ZodBoolean":
      return Boolean(given ?? true);
    case "ZodNativeEnum":
    case "ZodEnum":
      return given ?? Object.values(of.values)[0];
    default:
      return given ?? {};
  }
}

function unwrapped(schema: Loose, typeName: string): Loose {
  const { _def: of } = schema;
  if (of.typeName === typeName) return schema;
  const inner = of.schema ?? of.getter?.() ?? of.innerType;
  return inner === undefined ? undefined : unwrapped(inner, typeName);
}

function snake(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
