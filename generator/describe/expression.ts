import { compile } from "@jmespath-community/jmespath";
import type { ProblemList } from "../model/problem.js";
import type { Field, Shape } from "../model/shape.js";

type Node = ReturnType<typeof compile>;

/** Checks that a JMESPath expression is well-formed and reads only fields that the contract has. */
export function checkExpression(expression: string, scope: Shape, at: string, problems: ProblemList): void {
  try {
    for (const field of strangeFields(expression, scope)) {
      problems.error(
        "unknown-field",
        at,
        `"${expression}" reads ${field}, which the contract does not have.`,
      );
    }
  } catch (error) {
    problems.error(
      "malformed-expression",
      at,
      `"${expression}" is not JMESPath: ${(error as Error).message}`,
    );
  }
}

/**
 * Fields that a JMESPath expression reads and the contract does not have. `[]` is not checked, because contracts often
 * declare one item where the API answers a list.
 * @param scope the shape that the expression is evaluated on
 * @throws Error with JMESPath's own message if the expression is not well-formed.
 */
export function strangeFields(expression: string, scope: Shape): string[] {
  const strange = new Set<string>();
  walk(compile(expression), scope, strange);
  return [...strange];
}

/** Follows a node of the expression through a shape and returns the resulting shape; undefined if it is unknown. */
function walk(node: Node, shape: Shape | undefined, strange: Set<string>): Shape | undefined {
  const here = (next: Node) => walk(next, shape, strange);
  switch (node.type) {
    case "Field":
      return member(shape, node.name, strange);
    case "Identity":
    case "Current":
    case "Index":
    case "Slice":
      return shape;
    case "Subexpression":
    case "Pipe":
    case "Projection":
    case "IndexExpression":
      return walk(node.right, here(node.left), strange);
    case "FilterProjection": {
      const item = here(node.left);
      walk(node.condition, item, strange);
      return walk(node.right, item, strange);
    }
    case "Flatten":
      return here(node.child);
    case "MultiSelectList":
      return only(node.children.map(here));
    case "MultiSelectHash":
      return { kind: "record", fields: node.children.map((pair) => entry(pair, here)) };
    case "Function": {
      const given = node.children.map(here);
      return KEEPS_ITS_ARGUMENT.has(node.name) ? given[0] : undefined;
    }
    case "NotExpression":
      here(node.child);
      return undefined;
    case "AndExpression":
    case "OrExpression":
    case "Comparator":
    case "Arithmetic":
      here(node.left);
      here(node.right);
      return undefined;
    // These depend on values, so their fields are unknown before the call.
    default:
      return undefined;
  }
}

const KEEPS_ITS_ARGUMENT = new Set(["to_array", "reverse", "sort_by"]);

function entry(
  { name, value }: { readonly name: string; readonly value: Node },
  here: (next: Node) => Shape | undefined,
): Field {
  return { name, required: true, shape: here(value) ?? { kind: "anything" } };
}

function only(shapes: readonly (Shape | undefined)[]): Shape | undefined {
  return shapes.length === 1 ? shapes[0] : undefined;
}

function member(shape: Shape | undefined, name: string, strange: Set<string>): Shape | undefined {
  switch (shape?.kind) {
    case undefined:
    case "anything":
      return undefined;
    case "nullable":
    case "list":
      return member(shape.of, name, strange);
    case "either":
      return undefined;
    case "record": {
      const field = shape.fields.find((one) => one.name === name);
      if (!field && shape.rest === undefined) strange.add(name);
      return field?.shape ?? shape.rest;
    }
    default:
      strange.add(name);
      return undefined;
  }
}
