import type { Field, Shape } from "../model/shape.js";

/** The approximate size of a shape in an input schema, in characters. Four are about one token. */
function weightOf(shape: Shape): number {
  switch (shape.kind) {
    case "text":
      return 20 + (shape.pattern?.length ?? 0);
    case "choice":
      return 30 + sum(shape.values, (value) => value.length + 3);
    case "number":
      return 40 + (shape.large ? 110 : 0) + (shape.values ? 8 * shape.values.length : 0);
    case "flag":
      return 20;
    case "file":
      return 160;
    case "list":
      return 30 + weightOf(shape.of);
    case "record":
      return (
        40 +
        weightOfFields(shape.fields) +
        (shape.rest ? weightOf(shape.rest) : 0) +
        (shape.note?.length ?? 0)
      );
    case "either":
      return 12 + sum(shape.options, weightOf);
    case "nullable":
      return weightOf(shape.of);
    case "anything":
      return 20 + (shape.note?.length ?? 0);
  }
}

/** The approximate size of fields with their names and descriptions. */
export function weightOfFields(
  fields: readonly Pick<Field, "name" | "words" | "shape" | "default" | "hidden">[],
): number {
  const shown = fields.filter(({ hidden }) => !hidden);
  return sum(shown, ({ name, words = "", shape, default: usual }) => {
    const told = usual === undefined ? 0 : JSON.stringify(usual).length + 11;
    return name.length + 6 + (words === "" ? 0 : words.length + 17) + told + weightOf(shape);
  });
}

function sum<T>(items: readonly T[], weigh: (item: T) => number): number {
  return items.reduce((total, item) => total + weigh(item), 0);
}
