import type { Incoming, Match } from "../contract/router.js";
import type { World } from "../world.js";

/** One answered request, as the control endpoint and the view show it. */
export interface AuditEntry {
  readonly at: string;
  readonly operation: string;
  readonly path: string;
  readonly status: number;
  readonly body: unknown;
}

export interface AuditTrail {
  record(match: Match, incoming: Incoming, status: number): void;
  readonly entries: readonly AuditEntry[];
  clear(): void;
}

const kept = 500;

/** Keeps the last 500 requests, so that a checker sees what was called and what was changed. */
export function createAuditTrail(world: World): AuditTrail {
  const entries: AuditEntry[] = [];
  return {
    entries,
    record: ({ operation }, { path, body }, status) => {
      entries.push({ at: world.stamp(), operation: operation.key, path, status, body });
      if (entries.length > kept) entries.shift();
    },
    clear: () => {
      entries.length = 0;
    },
  };
}
