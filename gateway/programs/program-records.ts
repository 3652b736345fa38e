import {
  type Arguments,
  MOST_RECORDED,
  failed,
  Fault,
  type Failed,
  type ProgramRecord,
  type ProgramRecords,
  programTitle,
  type ReadyCall,
  writesIn,
} from "../../runtime/index.js";
import type { Core } from "../core.js";
import { callDigest } from "../serve/call-digest.js";
import { scopeOf, type CallScope } from "../serve/call-scope.js";
import type { Consent, ConsentRequest, Question } from "../serve/consent.js";
import { createProgramStore, type HeldCall } from "./program-store.js";

/** The programs of one server URL. */
export interface ServerPrograms extends ProgramRecords {
  /** Lets an approved call pass. Any other is held, and the program stops before it. */
  admit(ready: ReadyCall, needsConsent: boolean): Failed | undefined;
  /**
   * Notes that a write is sent, before it is. A program that goes on after an approval never sends it again.
   * @throws Fault for a write that was sent before
   */
  sending(ready: ReadyCall): Promise<void>;
}

export interface ProgramParts {
  readonly core: Core;
  readonly serverId: string;
  /** Everything about a question except what is asked. */
  readonly asking: Omit<ConsentRequest, "ready" | "scope">;
  readonly consent: Consent;
  /** Longest time of a program in milliseconds. */
  readonly programMs: number;
}

/** A program that runs now. */
interface Running {
  record?: ProgramRecord;
  readonly held: HeldCall[];
  approved: ReadonlyMap<number, string>;
  /** Answers that are stored; undefined for a program that never stopped. */
  stored?: number;
}

/** While a person is asked in their client, nothing else may run the program. */
const askingMs = 11 * 60_000;
const graceMs = 90_000;

export function createServerPrograms(parts: ProgramParts): ServerPrograms {
  const { core, serverId, consent, programMs } = parts;
  const store = createProgramStore(core, serverId);
  const running = new Map<string, Running>();
  const runsMs = programMs + graceMs;

  function runOf(id: string): Running {
    const known = running.get(id);
    if (known) return known;
    const made: Running = { held: [], approved: new Map() };
    running.set(id, made);
    return made;
  }

  /** Asks a person about the held calls, all together. */
  async function ask(
    id: string,
    held: readonly HeldCall[],
    { context, scope }: { readonly context: Question["context"]; readonly scope: CallScope },
  ): Promise<Failed | undefined> {
    const named = (one: HeldCall) => `${one.call} ${one.tool}`;
    const args: Arguments = {
      program: id,
      ...Object.fromEntries(held.map((one) => [named(one), one.args])),
    };
    const resolved = Object.fromEntries(
      held.flatMap((one) =>
        Object.entries(one.resolved).map(([path, name]) => [`${named(one)}.${path}`, name]),
      ),
    );
    const ready: Question = {
      tool: { name: "run_write", title: programTitle },
      args,
      resolved,
      // A form that repeats the call would start the program again.
      context: { ...context, asking: context.asking?.way === "message" ? context.asking : undefined },
      tell: (message) => context.progress?.({ progress: held[0]!.call, message }),
      next: `call run_write with resume: "${id}", within 5 minutes`,
    };
    const outcome = await consent.ask({ ...parts.asking, scope, ready });
    return outcome && failed(stoppedFault(outcome.fault, id, held));
  }

  async function approve(run: Running, id: string, caller: string): Promise<void> {
    const now = run.held.map(({ call, digest }) => [call, digest] as const);
    run.approved = new Map([...run.approved, ...now]);
    run.held.length = 0;
    await store.put({ record: run.record!, held: [], approved: run.approved }, caller, runsMs);
  }

  /** Asks, and takes up an approval; returns the answer to the caller until then. */
  async function decide(run: Running, context: Question["context"]): Promise<Failed | undefined> {
    const scope = scopeOf(context);
    const caller = consent.callerKey(serverId, scope);
    const { id } = run.record!;
    let isWaiting = true;
    try {
      const outcome = await ask(id, run.held, { context, scope });
      if (outcome) return outcome;
      isWaiting = false;
      await approve(run, id, caller);
      return undefined;
    } finally {
      if (isWaiting) {
        running.delete(id);
        await store.setState(id, "waiting");
      }
    }
  }

  return {
    isHeld: (id, call) => running.get(id)?.held.some((one) => one.call === call) ?? false,

    admit({ tool, args, resolved = {}, context }, needsConsent) {
      if (!needsConsent) return undefined;
      const { id, call } = context.program!;
      const digest = callDigest(core.keys, tool.name, args);
      const run = runOf(id);
      if (run.approved.get(call) === digest) return undefined;
      run.held.push({ call, tool: tool.name, args, resolved, digest });
      return failed(new Fault({ kind: "approval_needed", message: `${tool.name} needs an approval.` }));
    },

    async sending({ tool, context }) {
      const { id, call } = context.program!;
      const run = running.get(id);
      if (run?.stored === undefined || tool.annotations.readOnlyHint) return;
      // What the program knew when it decided to write is stored before, so that it decides the same again.
      await store.keep(id, run.record!.settled, run.stored);
      run.stored = run.record!.settled.length;
      if (!(await store.note(id, call))) throw sentBeforeFault(tool.name);
    },

    async stop(record, context) {
      if (record.bytes > MOST_RECORDED) throw tooLargeFault();
      const run = runOf(record.id);
      run.record = record;
      const { held, approved } = run;
      const caller = consent.callerKey(serverId, scopeOf(context));
      await store.put({ record, held, approved }, caller, askingMs);
      await store.keep(record.id, record.settled, run.stored ?? 0);
      run.stored = record.settled.length;
      return decide(run, context);
    },

    async resume(id, context) {
      const caller = consent.callerKey(serverId, scopeOf(context));
      const state = await store.stateOf(id, caller);
      if (state === undefined) throw unknownFault();
      if (state === "ended") throw endedFault(writesIn(await store.settledOf(id)));
      const isAsked = context.asking?.way === "message";
      const stored = await store.take(id, isAsked ? askingMs : runsMs);
      if (!stored) throw runningFault();
      const { record, held, approved } = stored;
      const run: Running = { record, held: [...held], approved, stored: record.settled.length };
      running.set(id, run);
      if (held.length === 0) return record;
      return (await decide(run, context)) ?? record;
    },

    async ended({ id }) {
      const run = running.get(id);
      running.delete(id);
      if (run?.stored === undefined) return;
      await store.keep(id, run.record!.settled, run.stored);
      await store.setState(id, "ended");
    },
  };
}

/** What is wanted, in the words of the calls that wait. */
function stoppedFault({ next }: Fault, id: string, held: readonly HeldCall[]): Fault {
  const calls = held.map(({ call, tool, args, resolved }) => ({ call, tool, arguments: args, resolved }));
  const names = [...new Set(held.map(({ tool }) => tool))].join(", ");
  return new Fault({
    kind: "approval_needed",
    message: `The program stopped before calls that a person must approve (${names}). They were not made.`,
    next,
    program: { resume: id, wanted: calls },
  });
}

function sentBeforeFault(tool: string): Fault {
  return new Fault({
    kind: "unreachable",
    message: `The program sent this call of ${tool} before it was interrupted, and the outcome is not known. It was not sent again.`,
    next: "Check whether it was done.",
    mayHaveHappened: true,
  });
}

function tooLargeFault(): Fault {
  return new Fault({
    kind: "program_failed",
    message: "The program read too much to wait for an approval. The calls that need one were not made.",
    next: "Make them in a program that reads less.",
  });
}

function unknownFault(): Fault {
  return new Fault({
    kind: "invalid_arguments",
    message: "No program of this name waits for an approval here. Nothing was run.",
    next: "Run the program again. Check before what it has already done.",
  });
}

function runningFault(): Fault {
  return new Fault({
    kind: "busy",
    message: "This program runs already. It was not started a second time.",
    next: "Wait for its answer. If it was interrupted, resume it again in two minutes.",
    retryAfterSeconds: 30,
  });
}

function endedFault(writes: readonly unknown[]): Fault {
  return new Fault({
    kind: "program_failed",
    message: "This program has ended already. Nothing was run.",
    next: "Write a new program for what is left.",
    program: { writes_made: writes },
  });
}
