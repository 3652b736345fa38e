import { invalidArguments } from "../arguments/refuse.js";
import type { Arguments, CallContext } from "../contract/caller.js";
import { Fault, faultFrom } from "../contract/fault.js";
import type { CallOutcome } from "../contract/outcome.js";
import type { FoundTool, Registry } from "../registry/registry.js";
import { isRecord } from "../values/record.js";
import type { Answered } from "./calls.js";
import { execute, type Ended } from "./execute.js";
import { MOST_OF_A_CALL, type ProgramLimits } from "./limits.js";
import { endOf, type ProgramEnd } from "./program-end.js";
import type { ProgramRecord, ProgramRecords, WriteMade } from "./record.js";
import { answerOf } from "./tool-answer.js";

/** A program over the tools of a server. */
interface Program {
  /** The body of an async function in JavaScript, or in TypeScript, whose types are removed. */
  readonly source: string;
  /** The value of `input` in the program. */
  readonly input?: unknown;
  /** `read`: tools that write do not exist in it. */
  readonly access: "read" | "write";
}

export interface ProgramRunner {
  run(program: Program, context: CallContext): Promise<ProgramEnd>;
  /** Goes on with a program that waited for an approval. */
  resume(id: string, context: CallContext): Promise<ProgramEnd>;
}

export interface RunnerParts {
  readonly registry: Registry;
  /** Calls a visible tool, through the whole pipeline. */
  readonly call: (found: FoundTool, args: Arguments, context: CallContext) => Promise<CallOutcome>;
  /** The fields of a tool's answers as JSON; undefined if they are not known. */
  readonly shapesOf: (tool: string) => Promise<string | undefined>;
  readonly limits: ProgramLimits;
  readonly records?: ProgramRecords;
}

export function createProgramRunner(parts: RunnerParts): ProgramRunner {
  const { limits, records } = parts;

  /** Runs a program until it ends, or until a person must approve. */
  async function through(record: ProgramRecord, context: CallContext): Promise<ProgramEnd> {
    for (;;) {
      const ended = await timed(record, context, parts);
      if (!("held" in ended)) {
        await records?.ended(record);
        return endOf(ended, record);
      }
      // Only records hold calls.
      const stopped = await records!
        .stop(record, context)
        .catch((error: unknown) => ({ fault: faultFrom(error) }));
      if (stopped) return endOf({ fault: stopped.fault, printed: ended.printed }, record);
    }
  }

  return {
    async run({ source, input, access }, context) {
      if (Buffer.byteLength(source) > limits.sourceKb * 1000) throw tooLong(limits.sourceKb);
      const { randomBytes, randomInt } = process.getBuiltinModule("node:crypto");
      const record: ProgramRecord = {
        id: `prg_${randomBytes(12).toString("hex")}`,
        source,
        input: JSON.stringify(input ?? null),
        access,
        now: Date.now(),
        seed: randomInt(2 ** 32),
        settled: [],
        bytes: 0,
      };
      return through(record, context);
    },
    async resume(id, context) {
      if (!records) throw unknownProgram();
      const found = await records.resume(id, context);
      return "fault" in found
        ? endOf({ fault: found.fault, printed: "" }, undefined)
        : through(found, context);
    },
  };
}

/** Runs a program within its time. */
async function timed(record: ProgramRecord, context: CallContext, parts: RunnerParts): Promise<Ended> {
  const { seconds } = parts.limits;
  const ending = new AbortController();
  const timer = setTimeout(() => ending.abort(timeoutFault(seconds)), seconds * 1000);
  const cancel = () => ending.abort(cancelFault(context.signal));
  if (context.signal.aborted) cancel();
  context.signal.addEventListener("abort", cancel);
  try {
    return await execute({
      record,
      limits: parts.limits,
      signal: ending.signal,
      make: callerOf(record, { ...context, signal: ending.signal }, parts),
    });
  } finally {
    clearTimeout(timer);
    context.signal.removeEventListener("abort", cancel);
  }
}

/** Makes the calls of one program. */
function callerOf(
  record: ProgramRecord,
  context: CallContext,
  { registry, call, shapesOf, records }: RunnerParts,
) {
  const typed = new Set<string>();
  const { progress } = context;
  return async (number: number, tool: string, text: string): Promise<Answered> => {
    let write: Omit<WriteMade, "outcome"> | undefined;
    try {
      const args = argumentsIn(text);
      const found = findTool(registry, tool, record.access);
      if (found instanceof Fault) {
        const program = { id: record.id, call: number };
        context.unsent?.({ tool, args, outcome: { fault: found }, program });
        throw found;
      }
      if (!found.tool.annotations.readOnlyHint) write = { call: number, tool: found.name, arguments: args };
      const name = registry.servedName(found.name);
      progress?.({ progress: number, message: `Call ${number}: ${name}` });
      const outcome = await call(found, args, {
        ...context,
        // The progress of a program counts its calls.
        progress:
          progress && (({ message }) => progress({ progress: number, message: `${name}: ${message}` })),
        asking: undefined,
        program: { id: record.id, call: number },
      });
      if (records?.isHeld(record.id, number)) return "held";
      const shapes = typed.has(tool) || outcome.fault ? undefined : await shapesOf(found.name);
      typed.add(tool);
      return { answer: answerOf(outcome, shapes), ...made(write, outcome) };
    } catch (error) {
      return { answer: answerOf({ fault: faultFrom(error) }, undefined) };
    }
  };
}

/** Reading larger ones would hold up other calls. */
function argumentsIn(text: string): Arguments {
  if (text.length > MOST_OF_A_CALL)
    throw invalidArguments([
      { argument: "arguments", message: `have more than ${MOST_OF_A_CALL} characters: make several calls` },
    ]);
  return JSON.parse(text) as Arguments;
}

function made(write: Omit<WriteMade, "outcome"> | undefined, outcome: CallOutcome): { write?: WriteMade } {
  if (!write) return {};
  if (outcome.fault) return outcome.fault.mayHaveHappened ? { write: { ...write, outcome: "unknown" } } : {};
  const id = isRecord(outcome.value) ? outcome.value["id"] : undefined;
  const known = typeof id === "string" || typeof id === "number" ? { id } : {};
  return { write: { ...write, ...known, outcome: "done" } };
}

/** A hidden tool does not exist, and in a program that reads, tools that write do not either. */
function findTool(registry: Registry, name: string, access: "read" | "write"): FoundTool | Fault {
  const found = registry.find(name);
  if (found && (access === "write" || found.tool.annotations.readOnlyHint)) return found;
  const near = found ? undefined : registry.nearest(name);
  return new Fault({
    kind: "unknown_tool",
    message: found
      ? `api.${name} changes something, and run_read has only tools that read.`
      : `There is no tool api.${name.slice(0, 100).replace(/[^\x20-\x7e]/g, "?")}${near === undefined ? "" : `; did you mean ${near}?`}`,
    next: found ? "Use run_write." : "search_tools finds tools by what they do.",
  });
}

function tooLong(kilobytes: number): Fault {
  return new Fault({
    kind: "invalid_arguments",
    message: `The program is longer than ${kilobytes} kB. It was not started.`,
    next: "Split it into several programs.",
  });
}

function timeoutFault(seconds: number): Fault {
  return new Fault({
    kind: "timeout",
    message: `The program took longer than ${seconds} s, and was stopped.`,
    next: "Do less in one program: filter in the arguments of the lists, or split the work.",
  });
}

function cancelFault({ reason }: { readonly reason: unknown }): Fault {
  return reason instanceof Fault
    ? reason
    : new Fault({ kind: "cancelled", message: "The client cancelled the program." });
}

function unknownProgram(): Fault {
  return new Fault({
    kind: "invalid_arguments",
    message: "No program of this name waits for an approval here. Nothing was run.",
    next: "First check what the program has already done. Then run it again.",
  });
}
