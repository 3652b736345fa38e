import type { Shape } from "../model/shape.js";

/** A shape that takes everything that any of the shapes takes. Equal shapes are merged. */
export function either(shapes: readonly Shape[]): Shape {
  const bare = shapes.flatMap((shape) => optionsOf(shape.kind === "nullable" ? shape.of : shape));
  const distinct = [...new Map(bare.map((option) => [JSON.stringify(option), option])).values()];
  const shape = joined(distinct);
  return shapes.some((option) => option.kind === "nullable") ? nullable(shape) : shape;
}

export function nullable(shape: Shape): Shape {
  return shape.kind === "nullable" || shape.kind === "anything" ? shape : { kind: "nullable", of: shape };
}

/** The shape with these fields required, if it has them. */
export function requiring(shape: Shape, names: readonly unknown[]): Shape {
  if (names.length === 0) return shape;
  switch (shape.kind) {
    case "record":
      return {
        ...shape,
        fields: shape.fields.map((field) =>
          names.includes(field.name) ? { ...field, required: true } : field,
        ),
      };
    case "nullable":
      return { ...shape, of: requiring(shape.of, names) };
    case "either":
      return { ...shape, options: shape.options.map((option) => requiring(option, names)) };
    default:
      return shape;
  }
}

function optionsOf(shape: Shape): readonly Shape[] {
  return shape.kind === "either" ? shape.options : [shape];
}

function joined(all: readonly Shape[]): Shape {
  // Cut objects all take any object, so one of them is enough.
  const [, ...moreCuts] = all.filter((option) => option.kind === "record" && option.note !== undefined);
  const options = all.filter((option) => !moreCuts.includes(option));
  if (options.length === 0) return { kind: "anything" };
  if (options.length === 1) return options[0]!;
  const open = options.find((option) => option.kind === "anything");
  // What only one of the alternatives requires is not required.
  if (open) return { ...open, requires: undefined };
  if (options.every((option) => option.kind === "choice")) {
    return { kind: "choice", values: [...new Set(options.flatMap((option) => option.values))] };
  }
  return { kind: "either", options };
}
