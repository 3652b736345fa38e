import type { Worker } from "node:worker_threads";
import type { FromThread, ToThread } from "./messages.js";
import { webAssembly } from "./web-assembly.js";

/*
 * The threads in which programs run. A thread that ended its program well takes the next one, in a new instance of
 * QuickJS. Starting a thread takes some 30 ms, so one is always ready once a program has run.
 */

/** A thread with one program. */
export interface Thread {
  send(message: ToThread): void;
  /** Stops the program. A thread that is clean can be used again. */
  release(isClean: boolean): void;
}

export interface ThreadEvents {
  message(message: FromThread): void;
  /** The thread ended by itself, such as by an error of the engine. */
  ended(): void;
}

interface Kept {
  readonly worker: Worker;
  events: ThreadEvents | undefined;
}

/** Threads that wait for a program. */
const idle: Kept[] = [];
const mostIdle = 2;

/** What the engine needs besides the program's own memory. */
const heapMb = 96;
const stackMb = 4;

let code: Promise<{ readonly script: string; readonly module: WebAssembly.Module }> | undefined;

async function compiled() {
  const { threadCode } = await import("./thread-code.js");
  const { script, wasm } = await threadCode();
  return { script, module: await webAssembly.compile(wasm) };
}

/** A thread that is ready for a program. */
export async function takeThread(events: ThreadEvents): Promise<Thread> {
  const kept = idle.pop() ?? (await startThread());
  kept.events = events;
  kept.worker.ref();
  let isHeld = true;
  return {
    send: (message) => kept.worker.postMessage(message),
    release(isClean) {
      if (!isHeld) return;
      isHeld = false;
      kept.events = undefined;
      kept.worker.unref();
      if (isClean && idle.length < mostIdle) idle.push(kept);
      else void kept.worker.terminate();
    },
  };
}

async function startThread(): Promise<Kept> {
  const { script, module } = await (code ??= compiled());
  // Loaded only here, because most servers run no programs.
  const threads = process.getBuiltinModule("node:worker_threads");
  const worker = new threads.Worker(script, {
    eval: true,
    workerData: { wasm: module },
    // No environment, no loaders, and nothing on stdout, which belongs to the protocol.
    env: {},
    execArgv: [],
    stdout: true,
    stderr: true,
    resourceLimits: { maxOldGenerationSizeMb: heapMb, stackSizeMb: stackMb },
  });
  worker.unref();
  const kept: Kept = { worker, events: undefined };
  worker.on("message", (message: FromThread) => kept.events?.message(message));
  const gone = () => {
    const at = idle.indexOf(kept);
    if (at >= 0) idle.splice(at, 1);
    kept.events?.ended();
  };
  worker.on("error", gone);
  worker.on("exit", gone);
  return kept;
}
