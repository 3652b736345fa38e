import { celEnv, isCelError, parse, plan } from "@bufbuild/cel";
import { unprocessable } from "../api-error.js";
import { isFields } from "../store/absorb.js";
import type { Fields } from "../store/store.js";

/** Whether a signal, or an email, matches. */
export type Matcher = (values: Fields) => boolean;

const MOST_CHARACTERS = 1_000;
const MOST_NESTED_MACROS = 2;
const MOST_ENTRIES = 100;
const environment = celEnv();

/**
 * Compiles a CEL expression such as `signal.level == "ERROR"`. Its length, the nesting of its macros and the size of
 * the lists are limited, so that no expression takes long. Regular expressions are RE2, which is linear.
 * @throws ApiError 422 if it is not CEL or too large
 */
export function readExpression(expression: unknown): Matcher {
  const text = String(expression);
  if (text.length > MOST_CHARACTERS)
    throw unprocessable(`The expression is longer than ${MOST_CHARACTERS} characters`);
  const program = planOf(text);
  return (values) => {
    const result = program(shortened(values) as Parameters<typeof program>[0]);
    // A missing field does not match, like any other condition that is not met.
    return !isCelError(result) && result === true;
  };
}

function planOf(text: string): ReturnType<typeof plan> {
  const parsed = parsedOf(text);
  if (nesting(parsed.expr) > MOST_NESTED_MACROS)
    throw unprocessable(`The expression nests more than ${MOST_NESTED_MACROS} macros such as exists`);
  return plan(environment, parsed);
}

function parsedOf(text: string): ReturnType<typeof parse> {
  try {
    return parse(text);
  } catch (error) {
    const [reason = "it can't be read"] = (error as Error).message.split("\n");
    throw unprocessable(`The expression is not valid CEL: ${reason}`);
  }
}

/** How deeply the macros that run over lists are nested. */
function nesting(node: unknown): number {
  if (typeof node !== "object" || node === null) return 0;
  const inner = Math.max(0, ...Object.values(node).map(nesting));
  return inner + ((node as { case?: unknown }).case === "comprehensionExpr" ? 1 : 0);
}

function shortened(value: unknown): unknown {
  if (Array.isArray(value)) return value.slice(0, MOST_ENTRIES).map(shortened);
  if (!isFields(value)) return value;
  const entries = Object.entries(value).filter(([, inner]) => inner !== null && inner !== undefined);
  return Object.fromEntries(entries.slice(0, MOST_ENTRIES).map(([name, inner]) => [name, shortened(inner)]));
}
