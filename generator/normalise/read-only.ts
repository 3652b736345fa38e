import type { Field, Shape } from "../model/shape.js";

/**
 * Decides which read-only fields of a body are shown. The body itself works without them, but an object inside it may
 * need them. A read-only field there is shown if the document requires it, or if nothing else identifies the object.
 */
export function settleReadOnly(shape: Shape, isInside = false): Shape {
  const inside = (of: Shape) => settleReadOnly(of, true);
  switch (shape.kind) {
    case "list":
      return { ...shape, of: inside(shape.of) };
    case "nullable":
      return { ...shape, of: settleReadOnly(shape.of, isInside) };
    case "either":
      return { ...shape, options: shape.options.map((option) => settleReadOnly(option, isInside)) };
    case "record": {
      const fields = settled(shape.fields, isInside).map((field) => ({
        ...field,
        shape: inside(field.shape),
      }));
      return { ...shape, fields, rest: shape.rest && inside(shape.rest) };
    }
    case "text":
    case "choice":
    case "number":
    case "flag":
    case "file":
    case "anything":
      return shape;
  }
}

/** A read-only field is never required, because it does not exist until the API sets it. */
function settled(fields: readonly Field[], isInside: boolean): Field[] {
  const writable = fields.filter(({ hidden }) => !hidden);
  const saysNothing = isInside ? writable.every(isLabel) : writable.length === 0;
  return fields.map((field) => {
    if (!field.hidden) return field;
    const isNeeded = (isInside && field.required) || (saysNothing && (!isInside || isReference(field)));
    const { hidden: _, ...shown } = field;
    return { ...(isNeeded ? shown : field), required: false };
  });
}

/** A field that names the kind of a thing, not which one it is. */
function isLabel({ name, shape }: Field): boolean {
  return shape.kind === "choice" || /^(@?type|kind|object)$/i.test(name);
}

function isReference({ name }: Field): boolean {
  return (
    /(^|_)(id|uuid|guid|key|slug|name|code|number|href|self)$/i.test(name) || /(Id|Uuid|Key)$/.test(name)
  );
}
