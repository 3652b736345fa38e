import {
  type Arguments,
  failed,
  Fault,
  type Failed,
  MOST_RECORDED,
  type ProgramRecord,
  type ProgramRecords,
  programTitle,
  type ReadyCall,
  writesIn,
} from "../../runtime/index.js";
import { callDigest } from "../serve/call-digest.js";
import { scopeOf } from "../serve/call-scope.js";
import type { Consent, ConsentRequest, Question } from "../serve/consent.js";
import { beforeSending } from "../store/store-fault.js";
import {
  endedFault,
  runningFault,
  sentBeforeFault,
  stoppedFault,
  tooLargeFault,
  unknownFault,
} from "./program-faults.js";
import {
  keepAnswers,
  noteWrite,
  programState,
  putProgram,
  setProgramState,
  settledCalls,
  takeProgram,
  type HeldCall,
  type ProgramPlace,
} from "./program-store.js";

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

export interface ProgramParts extends ProgramPlace {
  /** Everything about a question except what is asked. */
  readonly asking: Omit<ConsentRequest, "ready" | "scope">;
  readonly consent: Consent;
  /** Longest time of a program in milliseconds. */
  readonly programMs: number;
  /** Called with errors of the store, which clients do not see. */
  readonly report: (error: Error) => void;
}

/** A program that runs now. */
interface Running {
  record?: ProgramRecord;
  readonly held: HeldCall[];
  approved: ReadonlyMap<number, string>;
  /** How many answers are stored; undefined for a program that never stopped. */
  stored?: number;
  keeping?: Promise<void>;
}

/** The programs that run in this process, by id. */
interface Own extends ProgramParts {
  readonly running: Map<string, Running>;
}

/** While a person is asked in their client, nothing else may run the program. */
const askingMs = 11 * 60_000;
/** How much longer a program may take than its time, until its calls have ended. */
const graceMs = 90_000;

export function createServerPrograms(parts: ProgramParts): ServerPrograms {
  const own: Own = { ...parts, running: new Map() };
  return {
    isHeld: (id, call) => own.running.get(id)?.held.some((one) => one.call === call) ?? false,
    admit: (ready, needsConsent) => (needsConsent ? admit(own, ready) : undefined),
    sending: (ready) => sending(own, ready),
    stop: (record, context) =>
      beforeSending(stop(own, record, context), own.report).catch((fault: unknown) => {
        own.running.delete(record.id);
        throw fault;
      }),
    resume: (id, context) => beforeSending(resume(own, id, context), own.report),
    // What the program did is its answer, even if the store does not note that it has ended.
    ended: (record) => ended(own, record).catch((error: unknown) => own.report(error as Error)),
  };
}

function admit(
  { running, core }: Own,
  { tool, args, resolved = {}, context }: ReadyCall,
): Failed | undefined {
  const { id, call } = context.program!;
  const digest = callDigest(core.keys, tool.name, args);
  const run: Running = running.get(id) ?? { held: [], approved: new Map() };
  running.set(id, run);
  if (run.approved.get(call) === digest) return undefined;
  run.held.push({ call, tool: tool.name, args, resolved, digest });
  return failed(new Fault({ kind: "approval_needed", message: `${tool.name} needs an approval.` }));
}

async function sending(own: Own, { tool, context }: ReadyCall): Promise<void> {
  const { id, call } = context.program!;
  const run = own.running.get(id);
  if (run?.stored === undefined || tool.annotations.readOnlyHint) return;
  // What the program knew when it decided to write is stored before, so that it decides the same again.
  await keepNew(own, run);
  if (!(await noteWrite(own, id, call))) throw sentBeforeFault(tool.name);
}

async function stop(
  own: Own,
  record: ProgramRecord,
  context: Question["context"],
): Promise<Failed | undefined> {
  const run = own.running.get(record.id)!;
  if (record.bytes > MOST_RECORDED) {
    own.running.delete(record.id);
    throw tooLargeFault();
  }
  run.record = record;
  run.stored ??= 0;
  const caller = own.consent.callerKey(own.serverId, scopeOf(context));
  await putProgram(own, { ...run, record }, caller, askingMs);
  await keepNew(own, run);
  return decide(own, run, context);
}

async function resume(own: Own, id: string, context: Question["context"]): Promise<ProgramRecord | Failed> {
  const caller = own.consent.callerKey(own.serverId, scopeOf(context));
  const state = await programState(own, id, caller);
  if (state === undefined) throw unknownFault();
  if (state === "ended") throw endedFault(writesIn(await settledCalls(own, id)));
  const runsMs = context.asking?.way === "message" ? askingMs : own.programMs + graceMs;
  const found = await takeProgram(own, id, runsMs);
  if (!found) throw runningFault();
  const { record, held, approved } = found;
  const run: Running = { record, held: [...held], approved, stored: record.settled.length };
  own.running.set(id, run);
  if (held.length === 0) return record;
  return (await decide(own, run, context)) ?? record;
}

async function ended(own: Own, { id }: ProgramRecord): Promise<void> {
  const run = own.running.get(id);
  own.running.delete(id);
  if (run?.stored === undefined) return;
  await keepNew(own, run);
  await setProgramState(own, id, "ended");
}

/** Stores the answers that are not stored yet, and waits for those that are being stored. */
async function keepNew(own: Own, run: Running): Promise<void> {
  const before = run.keeping;
  const keep = async () => {
    await before;
    const { id, settled } = run.record!;
    const now = settled.slice();
    await keepAnswers(own, id, now, run.stored!);
    run.stored = now.length;
  };
  run.keeping = keep();
  await run.keeping;
}

/** Asks, and takes up an approval; returns the answer to the caller until then. */
async function decide(own: Own, run: Running, context: Question["context"]): Promise<Failed | undefined> {
  const { id } = run.record!;
  let isWaiting = true;
  try {
    const outcome = await ask(own, run, context);
    if (outcome) return outcome;
    isWaiting = false;
  } finally {
    if (isWaiting) {
      own.running.delete(id);
      await setProgramState(own, id, "waiting");
    }
  }
  const now = run.held.map(({ call, digest }) => [call, digest] as const);
  run.approved = new Map([...run.approved, ...now]);
  run.held.length = 0;
  const caller = own.consent.callerKey(own.serverId, scopeOf(context));
  await putProgram(own, { ...run, record: run.record! }, caller, own.programMs + graceMs);
  return undefined;
}

/** Asks a person about the held calls, all together. */
async function ask(
  { asking, consent }: Own,
  { record, held }: Running,
  context: Question["context"],
): Promise<Failed | undefined> {
  const { id } = record!;
  const named = (one: HeldCall) => `${one.call} ${one.tool}`;
  const args: Arguments = { program: id, ...Object.fromEntries(held.map((one) => [named(one), one.args])) };
  const resolved = held.flatMap((one) =>
    Object.entries(one.resolved).map(([path, name]) => [`${named(one)}.${path}`, name] as const),
  );
  const ready: Question = {
    tool: { name: "run_write", title: programTitle },
    args,
    resolved: Object.fromEntries(resolved),
    // A form that repeats the call would start the program again.
    context: { ...context, asking: context.asking?.way === "message" ? context.asking : undefined },
    tell: (message) => context.progress?.({ progress: held[0]!.call, message }),
    next: `call run_write with resume: "${id}", within 5 minutes`,
  };
  const outcome = await consent.ask({ ...asking, scope: scopeOf(context), ready });
  return outcome && failed(stoppedFault(outcome.fault, id, held));
}
