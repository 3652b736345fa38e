import type { Shape } from "../model/shape.js";

/** Whether an answer has a field: `untyped` if the contract does not define it. */
export type Presence = "present" | "absent" | "untyped";

/**
 * Looks for a path such as `data[].milestones[].slug` in an answer's shape. The field must be a plain value, or a list
 * of plain values. `[]` is not checked, because contracts often declare one item where the API answers a list.
 */
export function presenceOf(path: string, answer: Shape | undefined): Presence {
  return seek(answer, segmentsOf(path));
}

/** A plain value, or a list of plain values, inside a shape. */
export interface PlainField {
  /** Such as `impacts[].condition_id`. A list of plain values has no `[]` at the end. */
  readonly path: string;
  readonly kind: Exclude<Shape["kind"], "nullable" | "list" | "record" | "either">;
}

/** All plain values inside a shape, in records nested at most `levels` deep. */
export function plainFields(shape: Shape | undefined, levels: number, at = ""): PlainField[] {
  if (shape === undefined) return [];
  switch (shape.kind) {
    case "nullable":
      return plainFields(shape.of, levels, at);
    case "list":
      return plainFields(shape.of, levels, holdsPlain(shape) ? at : `${at}[]`);
    case "either":
      return distinct(shape.options.flatMap((option) => plainFields(option, levels, at)));
    case "record":
      if (levels === 0) return [];
      return shape.fields.flatMap((field) => {
        return plainFields(field.shape, levels - 1, at === "" ? field.name : `${at}.${field.name}`);
      });
    default:
      return [{ path: at, kind: shape.kind }];
  }
}

function segmentsOf(path: string): readonly string[] {
  return path
    .replaceAll("[]", "")
    .split(".")
    .filter((segment) => segment !== "");
}

function seek(shape: Shape | undefined, path: readonly string[]): Presence {
  switch (shape?.kind) {
    case undefined:
    case "anything":
      return "untyped";
    case "nullable":
    case "list":
      return seek(shape.of, path);
    case "either":
      return best(shape.options.map((option) => seek(option, path)));
    case "record":
      return seekInRecord(shape, path);
    default:
      return path.length === 0 ? "present" : "absent";
  }
}

function seekInRecord(
  { fields, rest }: Extract<Shape, { kind: "record" }>,
  path: readonly string[],
): Presence {
  const [name, ...deeper] = path;
  if (name === undefined) return "absent";
  const field = fields.find((one) => one.name === name);
  if (field) return seek(field.shape, deeper);
  return rest === undefined ? "absent" : "untyped";
}

function best(found: readonly Presence[]): Presence {
  return (["present", "untyped"] as const).find((presence) => found.includes(presence)) ?? "absent";
}

function holdsPlain({ of }: Extract<Shape, { kind: "list" | "nullable" }>): boolean {
  if (of.kind === "nullable") return holdsPlain(of);
  return of.kind !== "list" && of.kind !== "record" && of.kind !== "either";
}

function distinct(fields: readonly PlainField[]): PlainField[] {
  return [...new Map(fields.map((field) => [field.path, field])).values()];
}
