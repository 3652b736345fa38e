import type { Core } from "../../core.js";
import { listWaiting, type Approval } from "../../consent/shown-approvals.js";
import { readUsage, type UsageReport } from "../../usage/read-usage.js";
import { startOf, type RangeName } from "./ranges.js";

/** A server URL that a person should look at. */
export interface DueServer {
  readonly id: string;
  readonly account_id: string;
  readonly name: string;
  readonly expires_at: string | null;
  readonly last_used_at: string | null;
}

/** What needs a person. Each list has the most urgent ones first. */
export interface Attention {
  readonly failing: UsageReport["result"];
  readonly waiting: readonly Approval[];
  readonly expiring: readonly DueServer[];
  readonly unused: readonly DueServer[];
}

const DAY_MS = 86_400_000;
const SOON_DAYS = 14;
export const UNUSED_DAYS = 30;
const MOST = 5;

export async function readAttention(core: Core, range: RangeName): Promise<Attention> {
  const [{ result }, waiting, expiring, unused] = await Promise.all([
    readUsage(core, { by: "server", since: startOf(range, core.now()), limit: 200 }),
    listWaiting(core),
    expiringServers(core),
    unusedServers(core),
  ]);
  const failing = result
    .filter(({ errors }) => errors > 0)
    .sort((one, other) => other.errors - one.errors)
    .slice(0, MOST);
  return { failing, waiting: waiting.slice(0, MOST), expiring, unused };
}

function live({ store }: Core) {
  return store.db
    .selectFrom("servers")
    .innerJoin("accounts", "accounts.id", "servers.account_id")
    .select([
      "servers.id",
      "servers.account_id",
      "servers.name",
      "servers.expires_at",
      "servers.last_used_at",
    ])
    .where("accounts.deleted_at", "is", null)
    .where("servers.revoked_at", "is", null)
    .limit(MOST);
}

function expiringServers(core: Core): Promise<DueServer[]> {
  const now = core.now();
  return live(core)
    .where("servers.expires_at", ">", now.toISOString())
    .where("servers.expires_at", "<", new Date(now.getTime() + SOON_DAYS * DAY_MS).toISOString())
    .orderBy("servers.expires_at")
    .execute();
}

/** Server URLs without a call for a month, or since they were made. */
function unusedServers(core: Core): Promise<DueServer[]> {
  const before = new Date(core.now().getTime() - UNUSED_DAYS * DAY_MS).toISOString();
  return live(core)
    .where("servers.created_at", "<", before)
    .where((row) =>
      row.or([row("servers.last_used_at", "is", null), row("servers.last_used_at", "<", before)]),
    )
    .where((row) =>
      row.or([
        row("servers.expires_at", "is", null),
        row("servers.expires_at", ">", core.now().toISOString()),
      ]),
    )
    .orderBy("servers.created_at")
    .execute();
}
