import { Script, createContext } from "node:vm";
import { build } from "esbuild";
import type { FromThread, ToThread } from "../../../runtime/programs/messages.js";
import type { Thread, ThreadEvents } from "../../../runtime/programs/threads.js";

/*
 * Runs programs in contexts of this process, with the same guest code and messages as the engine's thread. A program
 * takes about a millisecond, so a test can run thousands. It protects from nothing: only for programs of tests.
 */

let guest: Promise<Script> | undefined;

async function compileGuest(): Promise<Script> {
  const { outputFiles } = await build({
    entryPoints: ["runtime/programs/guest/guest.ts"],
    bundle: true,
    write: false,
    format: "iife",
    globalName: "guest",
    target: "es2023",
    platform: "neutral",
  });
  return new Script(outputFiles[0]!.text);
}

const answerScript = new Script("own.answer(call, text, tool)");

export async function takeThread(events: ThreadEvents): Promise<Thread> {
  const guestScript = await (guest ??= compileGuest());
  // Promises of the program go on only while a script runs, as in QuickJS.
  const held = createContext({}, { microtaskMode: "afterEvaluate" }) as Record<string, unknown>;
  const tools = new Map<number, string>();
  let posted: FromThread[] = [];
  let [isOver, isReleased] = [false, false];

  const receivers: Record<string, (...texts: (string | number)[]) => FromThread> = {
    call(number, tool, args) {
      tools.set(Number(number), String(tool));
      return { kind: "call", call: Number(number), tool: String(tool), args: String(args) };
    },
    print: (text) => ({ kind: "print", text: String(text) }),
    returned(value) {
      isOver = true;
      return { kind: "returned", value: String(value) };
    },
    failed(error) {
      isOver = true;
      return { kind: "failed", error: JSON.parse(String(error)) as never };
    },
  };
  held["post"] = (kind: string, ...texts: (string | number)[]) => {
    posted.push(receivers[kind]!(...texts));
  };

  function start({ source, input, now, seed }: Extract<ToThread, { kind: "start" }>): void {
    guestScript.runInContext(held);
    const program = `(async (api, print, input) => {\n${source}\n})`;
    const given = [`guest.createGuest(post, ${now}, ${seed})`, program, JSON.stringify(input)];
    new Script(`own = ${given[0]}; own.start(${given[1]}, ${given[2]})`).runInContext(held);
  }

  function take(message: ToThread): void {
    if (message.kind === "start") start(message);
    else {
      const { call, answer } = message;
      Object.assign(held, { call, text: JSON.stringify(answer), tool: tools.get(call) });
      answerScript.runInContext(held);
    }
  }

  return {
    // Messages arrive later, as between threads.
    send: (message) =>
      void setImmediate(() => {
        if (isReleased) return;
        take(message);
        const all: FromThread[] = [...posted, { kind: "idle", isOver }];
        posted = [];
        for (const one of all) if (!isReleased) events.message(one);
      }),
    release: () => void (isReleased = true),
  };
}
