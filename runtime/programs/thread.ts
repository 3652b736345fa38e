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
 * The thread of programs. Each program gets its own instance of QuickJS, with memory of its own. What goes wrong in it
 * ends at most this thread.
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
/** What QuickJS needs at least. */
const firstPages = 256;
/** The lines before the program's own in what QuickJS compiles. */
const linesBefore = 1;

interface Started {
  answer(message: Extract<ToThread, { kind: "answer" }>): void;
}

let started: Started | undefined;

port.on("message", (message: ToThread) => {
  if (message.kind === "answer") return started?.answer(message);
  void start(message).then((program) => (started = program));
});
post({ kind: "ready" });

async function start(message: Extract<ToThread, { kind: "start" }>): Promise<Started | undefined> {
  // QuickJS's own limit does not count what it allocates in WebAssembly, so the memory itself is limited.
  const wasmMemory = new webAssembly.Memory({
    initial: firstPages,
    maximum: Math.max(firstPages, Math.floor(message.memoryBytes / pageBytes)),
  });
  const quickjs = await newQuickJSWASMModuleFromVariant(
    newVariant(engine, { wasmModule: wasm, wasmMemory }),
  );
  const runtime = quickjs.newRuntime({ maxStackSizeBytes: stackBytes });
  const context = runtime.newContext();
  let isOver = false;
  const tools = new Map<number, string>();
  const host = context.newFunction("post", (kind, ...texts) => {
    const [first, second, third] = texts.map((text) => context.dump(text) as string | number);
    switch (context.getString(kind)) {
      case "call":
        tools.set(Number(first), String(second));
        post({ kind: "call", call: Number(first), tool: String(second), args: String(third) });
        break;
      case "print":
        post({ kind: "print", text: String(first) });
        break;
      case "returned":
        isOver = true;
        post({ kind: "returned", value: String(first) });
        break;
      default:
        isOver = true;
        post({ kind: "failed", error: errorOf(String(first)) });
    }
    return undefined;
  });
  const run = () => {
    const jobs = runtime.executePendingJobs();
    if (jobs.error) {
      const error = context.dump(jobs.error) as Thrown;
      jobs.error.dispose();
      if (!isOver) post({ kind: "failed", error: thrown(error) });
      isOver = true;
    }
    post({ kind: "idle", isOver });
  };
  const makeGuest = used(context, context.evalCode(`${GUEST_SOURCE};guest.createGuest`, "guest.js"));
  const [now, seed] = [context.newNumber(message.now), context.newNumber(message.seed)];
  const guest = used(context, context.callFunction(makeGuest, context.undefined, host, now, seed));
  const program = await compiled(context, message.source);
  if ("error" in program) {
    post({ kind: "failed", error: program.error });
    post({ kind: "idle", isOver: true });
    return undefined;
  }
  const input = context.newString(message.input);
  used(context, context.callMethod(guest, "start", [program.handle, input]));
  run();
  return {
    answer({ call, answer }) {
      const texts = [
        context.newNumber(call),
        context.newString(JSON.stringify(answer)),
        context.newString(tools.get(call)!),
      ];
      const result = context.callMethod(guest, "answer", texts);
      for (const text of texts) text.dispose();
      if (result.error) {
        const error = context.dump(result.error) as Thrown;
        if (!isOver) post({ kind: "failed", error: thrown(error) });
        isOver = true;
      }
      run();
    },
  };
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

/** An error of QuickJS, as `dump` shows it. */
interface Thrown {
  readonly name?: string;
  readonly message?: string;
  readonly stack?: string;
}

function errorOf(text: string): ProgramError {
  const { stack, ...error } = JSON.parse(text) as ProgramError & { readonly stack?: string };
  return { ...error, line: lineIn(stack) };
}

function thrown({ name = "Error", message = "", stack }: Thrown): ProgramError {
  return { name, message, line: lineIn(stack) };
}

function lineIn(stack: string | undefined): number | undefined {
  const line = /program\.js:(\d+)/.exec(stack ?? "")?.[1];
  return line === undefined ? undefined : Math.max(1, Number(line) - linesBefore);
}

function used(context: QuickJSContext, result: ReturnType<QuickJSContext["evalCode"]>): QuickJSHandle {
  return context.unwrapResult(result);
}
