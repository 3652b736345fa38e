import type { World } from "../world.js";

/** One answered request, as the control endpoint and the view show it. */
interface AuditEntry {
  readonly at: string;
  /** `METHOD /path/{template}`, or the path as it was asked for where the API has none such. */
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

/** Keeps the last 500 requests, refused ones among them, so that one sees what was tried and what was changed. */
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
