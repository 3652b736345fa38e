import { compile, TreeInterpreter, type JSONValue } from "@jmespath-community/jmespath";
import { Fault } from "../contract/fault.js";

/** Applies one JMESPath expression. */
export type Projection = (value: unknown) => unknown;

/** How an expression over a list is written. */
export const FIELDS_OF_LISTS =
  "Over the items of a list: `[].{id: id, name: name}`; `items[]` works too. Text stands in single quotes: `[?name == 'X']`.";

const MOST_CHARACTERS = 2_000;
const MOST_GROWTH = 1_000;
/** Functions whose result may be many times the size of what they are given, each time they are nested. */
const GROWING = new Set(["pad_left", "pad_right", "replace", "to_string", "join"]);
const MOST_GROWING = 3;

/**
 * Compiles the argument `fields` before anything is sent.
 * @throws Fault `invalid_arguments` when it is no JMESPath, or could make far more of an answer than there is
 */
export function compileFields(expression: string): Projection {
  if (expression.length > MOST_CHARACTERS) throw fieldsFault(`is longer than ${MOST_CHARACTERS} characters`);
  const tree = parse(expression);
  const growth = growthOf(tree);
  if (growth.factor > MOST_GROWTH || growth.functions > MOST_GROWING) {
    throw fieldsFault("copies too much: name fewer fields, and nest fewer text functions");
  }
  return (value) => {
    try {
      return TreeInterpreter.search(tree, value as JSONValue);
    } catch (error) {
      throw fieldsFault(`cannot be applied to this answer: ${wordsOf(error)}`);
    }
  };
}

type Tree = ReturnType<typeof compile>;

function parse(expression: string): Tree {
  try {
    return compile(expression);
  } catch (error) {
    throw fieldsFault(`is no JMESPath expression: ${wordsOf(error)}`);
  }
}

/** How many copies of the answer an expression might hold: a multi-select has one in each entry. */
function growthOf(node: unknown): { factor: number; functions: number } {
  if (typeof node !== "object" || node === null) return { factor: 1, functions: 0 };
  const { type, name, children } = node as { type?: string; name?: string; children?: unknown[] };
  const isMultiSelect = type === "MultiSelectList" || type === "MultiSelectHash";
  const below = (isMultiSelect ? (children ?? []) : Object.values(node).flat()).map(growthOf);
  const own = type === "Function" && GROWING.has(name ?? "") ? 1 : 0;
  return {
    factor: isMultiSelect
      ? Math.max(
          1,
          below.reduce((sum, { factor }) => sum + factor, 0),
        )
      : below.reduce((product, { factor }) => product * factor, 1),
    functions: below.reduce((sum, { functions }) => sum + functions, own),
  };
}

function wordsOf(error: unknown): string {
  return error instanceof Error ? error.message.slice(0, 200) : "unknown error";
}

function fieldsFault(message: string): Fault {
  return new Fault({
    kind: "invalid_arguments",
    message: `fields ${message}.`,
    arguments: [{ argument: "fields", message }],
    next: `fields is JMESPath over the answer. ${FIELDS_OF_LISTS} Without it the answer is concise.`,
  });
}
