import type { LogEntry } from "../fields.js";

/** An entry as streams send it. One that was deleted before it could be sent has only these fields. */
export type StreamedEntry = {
  readonly sequence: number;
  readonly id: string;
  readonly at: string;
} & Partial<LogEntry>;

/** Entries that are delivered together. A repeat has the same id and the same entries. */
export interface Message {
  readonly id: string;
  /** The numbers of the first and last entry. */
  readonly first: number;
  readonly last: number;
  readonly entries: readonly StreamedEntry[];
}

/** A receiver of audit entries. */
export interface Sink {
  /**
   * Delivers a message, and resolves when the receiver has it.
   * @throws Refusal if the receiver will never take this message, and any other error to try it again
   */
  deliver(message: Message): Promise<void>;
  close?(): Promise<void>;
}

/** The receiver looked at a message and refuses its content. */
export class Refusal extends Error {
  override readonly name = "Refusal";
}

/** The longest delivery. A process holds its stream for longer than this. */
export const MOST_DELIVERY_MS = 30_000;

/** The entries as lines of JSON. */
export function linesOf({ entries }: Message): string {
  return entries.map((entry) => `${JSON.stringify(entry)}\n`).join("");
}
