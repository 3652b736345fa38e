import type { Arguments } from "../contract/caller.js";
import { Fault } from "../contract/fault.js";
import type { ToolModule } from "../contract/tool.js";
import { compileFields, type Projection } from "./fields.js";
import { conciseView, trim } from "./trim.js";

/** How an answer is cut down to what is wanted of it. */
export interface Shaping {
  /** What a record, or a list of records, becomes. */
  apply(value: unknown): unknown;
  /** The JMESPath expression, where one was given: then records and results need not correspond. */
  readonly fields?: string;
}

/** The shaping a call asks for, and the one without its `fields`, for when those cannot be applied to what came. */
export interface TakenShaping {
  readonly args: Arguments;
  /** Starts the shaping of one result. What is done with it counts together against one allowance of work. */
  readonly shaping: () => Shaping;
  readonly plain: Shaping;
}

/**
 * Takes `view` and `fields` out of a call's arguments. Every tool understands them, though no schema lists them; an
 * API's own argument of that name is left alone.
 * @throws Fault `invalid_arguments`
 */
export function takeShaping(tool: ToolModule, args: Arguments): TakenShaping {
  const own = "shape" in tool.input ? (tool.input.shape as Record<string, unknown>) : {};
  const rest: Record<string, unknown> = { ...args };
  const take = (name: string) => {
    if (Object.hasOwn(own, name)) return undefined;
    const value = rest[name];
    delete rest[name];
    return value;
  };
  const view = take("view") ?? "concise";
  const fields = take("fields");
  if (view !== "concise" && view !== "full") throw wrong("view", `must be "concise" or "full"`);
  const plain = byView(view, tool.view);
  if (fields === undefined) return { args: rest, shaping: () => plain, plain };
  if (typeof fields !== "string") throw wrong("fields", "must be a JMESPath expression in a string");
  return { args: rest, shaping: byFields(fields), plain };
}

function byFields(fields: string): () => Shaping {
  const start = compileFields(fields);
  return () => {
    const project = start();
    return {
      fields,
      apply(value) {
        const result = project(value) ?? null;
        // `items[].id` means the list as a result shows it, `data[].id` the list as the API wraps it.
        return result === null && Array.isArray(value) ? project({ items: value, data: value }) : result;
      },
    };
  };
}

function byView(view: "concise" | "full", kept: readonly string[] | undefined): Shaping {
  const one: Projection =
    view === "full" ? (value) => value : kept ? (value) => conciseView(value, kept) : trim;
  return { apply: (value) => (Array.isArray(value) ? value.map(one) : one(value)) };
}

function wrong(argument: string, message: string): Fault {
  return new Fault({
    kind: "invalid_arguments",
    message: `${argument} ${message}.`,
    arguments: [{ argument, message }],
  });
}
