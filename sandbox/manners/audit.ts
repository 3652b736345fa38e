import type { World } from "../world.js";

/** One answered request, for the control endpoint and the view. */
interface AuditEntry {
  readonly at: string;
  /** `METHOD /path/{template}`, or the requested path if the API has no such path. */
  readonly operation: string;
  readonly path: string;
  readonly status: number;
  readonly body: unknown;
}

export interface AuditTrail {
  record(entry: Omit<AuditEntry, "at">): void;
  readonly entries: readonly AuditEntry[];
  clear(): void;
}

const kept = 500;

/** Keeps the last 500 requests, including refused ones. */
export function createAuditTrail(world: World): AuditTrail {
  const entries: AuditEntry[] = [];
  return {
    entries,
    record: (entry) => {
      entries.push({ at: world.stamp(), ...entry });
      if (entries.length > kept) entries.shift();
    },
    clear: () => {
      entries.length = 0;
    },
  };
}
