import type { CallContext } from "../contract/caller.js";
import type { Failed } from "../contract/outcome.js";
import type { CallAnswer } from "./messages.js";

/** A call that has its answer, in the order in which the program got the answers. */
export interface Settled {
  readonly call: number;
  readonly tool: string;
  /** JSON of the arguments, as the program gave them. */
  readonly args: string;
  readonly answer: CallAnswer;
  /** The write that it made, or may have made. */
  readonly write?: WriteMade;
}

/** A write of a program. */
export interface WriteMade {
  readonly call: number;
  readonly tool: string;
  readonly arguments: unknown;
  /** The id in its answer. */
  readonly id?: string | number;
  /** `unknown` if it may have been done although no answer confirmed it. */
  readonly outcome: "done" | "unknown";
}

/** What a program is, and what it has done so far. Run again with it, a program makes the same calls. */
export interface ProgramRecord {
  readonly id: string;
  readonly source: string;
  readonly input: string;
  readonly access: "read" | "write";
  readonly now: number;
  readonly seed: number;
  readonly settled: Settled[];
  /** Bytes of the answers. With more than `MOST_RECORDED` it cannot be run again. */
  bytes: number;
}

/** Keeps programs that wait for an approval. The gateway has one for each server URL. */
export interface ProgramRecords {
  /**
   * A stopped program, if it may go on now; otherwise the answer to its caller.
   * @throws Fault for a program that does not exist for this caller
   */
  resume(id: string, context: CallContext): Promise<ProgramRecord | Failed>;
  /**
   * Stores a program whose calls need approval, and asks for it. Returns undefined if a person approved meanwhile, and
   * the program goes on at once.
   */
  stop(record: ProgramRecord, context: CallContext): Promise<Failed | undefined>;
  /** Called once a program has ended for good. */
  ended(record: ProgramRecord): Promise<void>;
}
