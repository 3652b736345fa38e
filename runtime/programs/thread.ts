import { parentPort, workerData } from "node:worker_threads";
import variant from "@jitl/quickjs-wasmfile-release-sync";
import {
  newQuickJSWASMModuleFromVariant,
  newVariant,
  type QuickJSContext,
  type QuickJSHandle,
  type QuickJSSyncVariant,
} from "quickjs-emscripten-core";
import type { FromThread, ProgramError, ToThread } from "./messages.js";
import { webAssembly } from "./web-assembly.js";

/*
 * The thread of programs. Each program gets its own instance of QuickJS, with its own memory. An error in it can end only
 * this thread.
 */

/** The code that runs in QuickJS before the program, as a script; see guest/guest.ts. */
declare const GUEST_SOURCE: string;

const { wasm } = workerData as { readonly wasm: WebAssembly.Module };
const port = parentPort!;
const post = (message: FromThread): void => port.postMessage(message);

/** Its types are those of CommonJS, where the variant is one level deeper. */
const engine = variant as unknown as QuickJSSyncVariant;
const stackBytes = 512 * 1024;
const pageBytes = 65_536;
/** The minimum that QuickJS needs. */
const firstPages = 256;
/** A program that fails with so much of its memory taken has run out of it. */
const fullShare = 0.7;
/** The lines before the program's own in what QuickJS compiles. */
const linesBefore = 1;

type Start = Extract<ToThread, { kind: "start" }>;

/** A program in QuickJS. */
interface Started {
  answer(message: Extract<ToThread, { kind: "answer" }>): void;
}

let started: Started | undefined;

port.on("message", (message: ToThread) => {
  if (message.kind === "answer") return started?.answer(message);
  void start(message).then((program) => (started = program));
});
post({ kind: "ready" });

async function start(message: Start): Promise<Started | undefined> {
  const { context, isFull } = await newContext(message.memoryBytes);
  const tools = new Map<number, string>();
  let isOver = false;
  const fail = (error: ProgramError) => {
    if (!isOver) post({ kind: "failed", error: isFull() ? outOfMemory(error) : error });
    isOver = true;
  };
  const host = context.newFunction("post", (kind, ...texts) => {
    const [first, second, third] = texts.map((text) => context.dump(text) as string | number);
    const receivers: Record<string, () => void> = {
      call() {
        tools.set(Number(first), String(second));
        post({ kind: "call", call: Number(first), tool: String(second), args: String(third) });
      },
      print: () => post({ kind: "print", text: String(first) }),
      returned() {
        isOver = true;
        post({ kind: "returned", value: String(first) });
      },
      failed: () => fail(errorOf(String(first))),
    };
    receivers[context.getString(kind)]!();
    return undefined;
  });
  /** Runs all that can run now. */
  const run = () => {
    const { error } = context.runtime.executePendingJobs();
    if (error) fail(thrown(context.dump(error) as Thrown));
    post({ kind: "idle", isOver });
  };
  const call = (name: string, ...args: QuickJSHandle[]) => {
    const { error } = context.callMethod(guest, name, args);
    if (error) fail(thrown(context.dump(error) as Thrown));
    run();
  };
  const makeGuest = context.unwrapResult(context.evalCode(`${GUEST_SOURCE};guest.createGuest`, "guest.js"));
  const clock = [context.newNumber(message.now), context.newNumber(message.seed)];
  const guest = context.unwrapResult(context.callFunction(makeGuest, context.undefined, host, ...clock));
  const program = await compiled(context, message.source);
  if ("error" in program) {
    fail(program.error);
    post({ kind: "idle", isOver });
    return undefined;
  }
  call("start", program.handle, context.newString(message.input));
  return {
    answer({ call: number, answer }) {
      const texts = [context.newString(JSON.stringify(answer)), context.newString(tools.get(number)!)];
      call("answer", context.newNumber(number), ...texts);
      for (const text of texts) text.dispose();
    },
  };
}

/** A new instance of the engine. */
async function newContext(memoryBytes: number) {
  // QuickJS's own limit does not count its allocations in WebAssembly, so we limit the memory itself.
  const maximum = Math.max(firstPages, Math.floor(memoryBytes / pageBytes));
  const wasmMemory = new webAssembly.Memory({ initial: firstPages, maximum });
  const quickjs = await newQuickJSWASMModuleFromVariant(
    newVariant(engine, { wasmModule: wasm, wasmMemory: wasmMemory as never }),
  );
  const context = quickjs.newRuntime({ maxStackSizeBytes: stackBytes }).newContext();
  return { context, isFull: () => wasmMemory.buffer.byteLength > maximum * pageBytes * fullShare };
}

/** The program as a function. JavaScript is compiled as it is; only what is not JavaScript loses its types first. */
async function compiled(
  context: QuickJSContext,
  source: string,
): Promise<{ readonly handle: QuickJSHandle } | { readonly error: ProgramError }> {
  const wrapped = `(async (api, print, input) => {\n${source}\n})`;
  const first = context.evalCode(wrapped, "program.js");
  if (!first.error) return { handle: first.value };
  const error = thrown(context.dump(first.error) as Thrown);
  try {
    const { withoutTypes } = await import("./strip-types.js");
    const second = context.evalCode(withoutTypes(wrapped), "program.js");
    return second.error ? { error: thrown(context.dump(second.error) as Thrown) } : { handle: second.value };
  } catch {
    return { error };
  }
}

/** An error of QuickJS, as `dump` shows it. Without memory for one it throws null. */
type Thrown = { readonly name?: string; readonly message?: string; readonly stack?: string } | null;

function errorOf(text: string): ProgramError {
  const { stack, ...error } = JSON.parse(text) as ProgramError & { readonly stack?: string };
  return { ...error, line: lineIn(stack) };
}

function thrown(error: Thrown): ProgramError {
  const { name = "Error", message = "", stack } = error ?? {};
  return { name, message, line: lineIn(stack) };
}

function outOfMemory(error: ProgramError): ProgramError {
  const isMemory = error.call === undefined && /out of memory|threw an object|^$/.test(error.message);
  return isMemory
    ? { ...error, name: "MemoryError", message: "The program used more memory than it may." }
    : error;
}

function lineIn(stack: string | undefined): number | undefined {
  const line = /program\.js:(\d+)/.exec(stack ?? "")?.[1];
  return line === undefined ? undefined : Math.max(1, Number(line) - linesBefore);
}
