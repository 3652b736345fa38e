import type { CallAnswer, CallError } from "../messages.js";
import { fixClock } from "./clock.js";
import { guarded, type Shapes } from "./guard.js";

/*
 * Runs inside QuickJS, before the program. Only texts pass between it and the thread.
 */

/** Sends a message to the thread. */
type Post = (kind: "call" | "print" | "returned" | "failed", ...texts: (string | number)[]) => void;

/** What the thread calls. */
export interface Guest {
  /** Starts the program: a function of `api`, `print` and `input`. */
  start(program: (...given: unknown[]) => Promise<unknown>, input: string): void;
  answer(call: number, answer: string, tool: string): void;
}

const { parse, stringify } = JSON;
const longestPrint = 100_000;

/** An error of a call, with the fields that help the program to go on. */
class ToolError extends Error {
  override readonly name = "ToolError";
  constructor(
    readonly fault: CallError,
    override readonly stack: string | undefined,
  ) {
    super(fault.message);
    for (const [name, value] of Object.entries(fault))
      if (name !== "message") Object.defineProperty(this, name, { value, enumerable: true });
  }
}

export function createGuest(post: Post, now: number, seed: number): Guest {
  fixClock(now, seed);
  for (const name of ["WeakRef", "FinalizationRegistry"]) Reflect.deleteProperty(globalThis, name);
  interface Waiting {
    ok(value: unknown): void;
    fail(error: unknown): void;
    /** Where the program made the call. */
    readonly stack: string | undefined;
  }
  const waiting = new Map<number, Waiting>();
  const shapes = new Map<string, Shapes>();
  let calls = 0;

  function call(tool: string, args: unknown = {}): Promise<unknown> {
    if (typeof args !== "object" || args === null || Array.isArray(args))
      throw new TypeError(`api.${tool} takes one object with its arguments.`);
    calls += 1;
    const number = calls;
    post("call", number, tool, stringify(args));
    const { stack } = new Error();
    return new Promise((ok, fail) => void waiting.set(number, { ok, fail, stack }));
  }

  return {
    start(program, input) {
      const given: unknown[] = [apiOf(call), print(post), parse(input)];
      program(...given)
        .then((value) => post("returned", textOf(value)))
        .catch((error: unknown) => post("failed", stringify(errorOf(error))));
    },
    answer(number, text, tool) {
      const { ok, fail, stack } = waiting.get(number)!;
      waiting.delete(number);
      const answer = parse(text) as CallAnswer;
      if ("error" in answer) return fail(new ToolError(parse(answer.error) as CallError, stack));
      if (answer.shapes !== undefined) shapes.set(tool, parse(answer.shapes) as Shapes);
      ok(guarded(parse(answer.value), shapes.get(tool)));
    },
  };
}

type Call = (tool: string, args?: unknown) => Promise<unknown>;

/** `api.<tool>(args)` and `api.all(tool, args)`. Every name looks like a tool; the call says whether it exists. */
function apiOf(call: Call): object {
  const own: Record<string, unknown> = Object.create(null) as Record<string, unknown>;
  own["all"] = (tool: unknown, args?: unknown) => all(call, tool, args);
  return new Proxy(own, {
    get(known, name) {
      // `await api` asks for `then`.
      if (typeof name === "symbol" || name === "then") return undefined;
      return known[name] ?? ((args?: unknown) => call(name, args));
    },
    set() {
      throw new TypeError("api cannot be changed.");
    },
    defineProperty: () => false,
    deleteProperty: () => false,
    setPrototypeOf: () => false,
  });
}

interface Page {
  readonly items?: unknown;
  readonly next_cursor?: string;
  readonly cut?: unknown;
  readonly note?: unknown;
}

/** All items of a list. Throws if the API or a limit left anything out. */
async function all(call: Call, tool: unknown, args: unknown = {}): Promise<unknown[]> {
  const name = typeof tool === "string" ? tool : "";
  if (name === "")
    throw new TypeError(`api.all takes a tool's name and its arguments: api.all("list_things", {}).`);
  const items: unknown[] = [];
  let cursor: string | undefined;
  for (;;) {
    const page = (await call(name, {
      ...(args as object),
      ...(cursor === undefined ? {} : { cursor }),
    })) as Page;
    const found = "items" in page ? page.items : undefined;
    if (!Array.isArray(found))
      throw new TypeError(`${name} answers one record, not a list. Use api.${name}(args).`);
    items.push(...(found as unknown[]));
    const cut = "cut" in page ? page.cut : undefined;
    if (cut !== undefined) throw new Error(`${name} left something out: ${stringify(cut)}`);
    cursor = "next_cursor" in page ? page.next_cursor : undefined;
    const note = "note" in page ? page.note : undefined;
    if (cursor !== undefined) continue;
    if (note !== undefined) throw new Error(`${name} may have left something out: ${String(note)}`);
    return items;
  }
}

function print(post: Post) {
  return (...values: unknown[]) => {
    const text = values.map((value) => (typeof value === "string" ? value : textOf(value))).join(" ");
    post("print", text.slice(0, longestPrint));
  };
}

/** A value as JSON. What JSON has no form for becomes null. */
function textOf(value: unknown): string {
  const replaced = (_: string, held: unknown) => (typeof held === "bigint" ? held.toString() : held);
  const text: string | undefined = stringify(value, replaced);
  return text ?? "null";
}

function errorOf(error: unknown): object {
  if (error instanceof ToolError)
    return { name: error.name, message: error.message, stack: error.stack, call: error.fault };
  if (error instanceof Error)
    return { name: String(error.name), message: String(error.message), stack: error.stack };
  return {
    name: "Error",
    message: `The program threw ${typeof error === "object" ? "an object" : String(error)}.`,
  };
}
