import type { ServedApis } from "../../apis.js";
import { allowedSource, type KeyTarget } from "./allowed.js";
import { ReferenceFault } from "./fault.js";
import { readSource, type ReadFrom } from "./read.js";
import { referenceOf, type Reference, type ReferenceKind } from "./reference.js";
import type { AllowedSource, KeySources } from "./settings.js";

/** Reads keys by reference, and reads them again when they may have changed. */
export interface ReferencedKeys {
  /**
   * The key that a reference names, for calls to a target. While it cannot be read, the last one is used for at most
   * five minutes.
   * @throws ReferenceFault
   */
  read(reference: string, target: KeyTarget): Promise<string>;
  /** The same, from the source itself. For a key that somebody saves now. @throws ReferenceFault */
  readNow(reference: string, target: KeyTarget): Promise<string>;
  /** Why the last attempt to read a key failed; undefined if it did not. */
  faultOf(reference: string): string | undefined;
}

export interface ReferencedKeysParts extends ReadFrom {
  readonly sources: KeySources;
  readonly apis: ServedApis;
  /** A clock in milliseconds that only goes forward. */
  readonly clock?: () => number;
}

/** After this many milliseconds a source is read again, at the next call. */
const freshMs: Readonly<Record<ReferenceKind, number>> = { file: 1_000, env: 1_000, exec: 60_000 };
/** A command that failed is not started again for each call. */
const retryMs = 5_000;
/** How long the last key is used while its source cannot be read. Longer, a removed key would never end. */
export const keptMs = 300_000;

interface Known {
  readonly key?: string;
  readonly readAt: number;
  readonly triedAt: number;
  readonly fault?: ReferenceFault;
}

const unknown: Known = { readAt: -Infinity, triedAt: -Infinity };

export function createReferencedKeys(parts: ReferencedKeysParts): ReferencedKeys {
  const { clock = () => performance.now() } = parts;
  const known = new Map<string, Known>();
  const reading = new Map<string, Promise<Known>>();

  async function readAgain(text: string, reference: Reference, allowed: AllowedSource): Promise<Known> {
    const before = known.get(text) ?? unknown;
    const triedAt = clock();
    let now: Known;
    try {
      now = { key: await readSource(reference, allowed, parts), readAt: triedAt, triedAt };
    } catch (error) {
      if (!(error instanceof ReferenceFault)) throw error;
      now = { key: before.key, readAt: before.readAt, triedAt, fault: error };
    }
    known.set(text, now);
    return now;
  }

  /** Calls at the same time share one attempt. */
  function sharedRead(text: string, reference: Reference, allowed: AllowedSource): Promise<Known> {
    const under =
      reading.get(text) ?? readAgain(text, reference, allowed).finally(() => reading.delete(text));
    reading.set(text, under);
    return under;
  }

  function usable({ key, readAt, fault }: Known): string {
    if (key !== undefined && (fault === undefined || clock() - readAt <= keptMs)) return key;
    throw fault!;
  }

  return {
    async read(text, target) {
      const reference = referenceOf(text);
      const allowed = allowedSource(reference, target, parts);
      const last = known.get(text) ?? unknown;
      const waitMs = last.fault ? Math.min(retryMs, freshMs[reference.kind]) : freshMs[reference.kind];
      if (clock() - last.triedAt < waitMs) return usable(last);
      const next = sharedRead(text, reference, allowed);
      // A command takes seconds. Calls do not wait for it while they have its last key.
      if (reference.kind === "exec" && last.key !== undefined && clock() - last.readAt <= keptMs) {
        next.catch(() => {});
        return last.key;
      }
      return usable(await next);
    },
    async readNow(text, target) {
      const reference = referenceOf(text);
      const { key, fault } = await sharedRead(text, reference, allowedSource(reference, target, parts));
      if (fault) throw fault;
      return key!;
    },
    faultOf: (text) => known.get(text)?.fault?.message,
  };
}
