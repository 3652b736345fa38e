import { storedRules } from "../accounts/approval-rules.js";
import { allowedBaseUrl } from "../accounts/base-url.js";
import { createdEntry, eraseAccount, newAccountRow } from "../accounts/accounts.js";
import { keyColumns, type GivenKey } from "../accounts/given-key.js";
import { chosenApi } from "../apis.js";
import type { ActEntry } from "../audit/transact.js";
import type { Act, Core } from "../core.js";
import { conflict, type GatewayError } from "../error.js";
import { newId } from "../id.js";
import { serverOf, type ServerWithToken } from "../servers/server.js";
import { endServer, insertServer, newServerRow } from "../servers/servers.js";
import type { Db } from "../store/store.js";
import { unmanaged, type Managed } from "./managed-columns.js";
import type { Plan, PlannedStep } from "./plan.js";
import type { Kind } from "./records.js";
import type { State } from "./state.js";

/** Keys that can be used, by the names of accounts. */
export type CheckedKeys = ReadonlyMap<string, GivenKey>;

/** A new server URL, and the name of its account. */
export interface MadeServer extends ServerWithToken {
  readonly account: string;
}

interface Work {
  readonly core: Core;
  readonly db: Db;
  readonly note: (entry: ActEntry) => void;
  readonly act: Act;
  readonly source: string;
  readonly issuer: string | undefined;
  readonly keys: CheckedKeys;
}

/** A work with the ids of accounts by name, also of those that it adds. */
interface Progress extends Work {
  readonly accounts: Map<string, string>;
  readonly made: MadeServer[];
}

/** Does the steps of a plan in a transaction. Returns new server URLs. */
export async function carryOut(work: Work, plan: Plan, state: State): Promise<readonly MadeServer[]> {
  const accounts = new Map(state.account.map(({ record, row }) => [record.name, row.id]));
  const progress: Progress = { ...work, accounts, made: [] };
  const removals = plan.steps.filter(({ action }) => action === "remove");
  for (const step of plan.steps.filter(({ action }) => action !== "remove")) await doStep(progress, step);
  // An account goes last, because its server URLs and roles refer to it.
  for (const step of removals.reverse()) await doStep(progress, step);
  return progress.made;
}

function doStep(progress: Progress, step: PlannedStep): Promise<void> {
  const doOf: Readonly<Record<Kind, (progress: Progress, step: never) => Promise<void>>> = {
    account: doAccount,
    server: doServer,
    role: doRole,
  };
  return step.action === "leave" ? Promise.resolve() : doOf[step.kind](progress, step as never);
}

async function doAccount(progress: Progress, step: PlannedStep<"account">): Promise<void> {
  const { core, db, note, keys, accounts } = progress;
  const { wanted, present } = step;
  const at = core.now().toISOString();
  if (!wanted) return removeAccount(progress, present!.row.id, step.name);
  const place = allowedBaseUrl(chosenApi(core, wanted.api), wanted);
  const approvals = storedRules(wanted.approvals);
  const given = keys.get(wanted.name);
  if (!present) {
    const account = { name: wanted.name, api: wanted.api, approvals, ...place };
    const row = {
      ...newAccountRow(core, account, given!),
      ...managed(progress, wanted),
    };
    await db.insertInto("accounts").values(row).execute();
    accounts.set(row.name, row.id);
    return note(createdEntry(row));
  }
  const { id, version } = present.row;
  const key = given ? keyColumns(core, id, given) : {};
  const set = {
    ...place,
    ...key,
    approvals,
    ...managed(progress, wanted),
    updated_at: at,
    version: version + 1,
  };
  await changed(db.updateTable("accounts").set(set).where("id", "=", id).where("version", "=", version));
  note({ action: "account.update", accountId: id, detail: detailOf(progress, step) });
}

/** Its other server URLs would stop working, and no file says so. */
async function removeAccount({ core, db, note }: Progress, id: string, name: string): Promise<void> {
  const others = await db
    .selectFrom("servers")
    .select("name")
    .where("account_id", "=", id)
    .where("revoked_at", "is", null)
    .limit(3)
    .execute();
  if (others.length > 0)
    throw conflict(
      `Account "${name}" still has server URLs (${others.map((one) => one.name).join(", ")}). ` +
        "Revoke them, remove them from the file, or declare the account again. Nothing was changed.",
    );
  await eraseAccount(db, id, core.now().toISOString());
  await db.updateTable("accounts").set(unmanaged).where("id", "=", id).execute();
  note({ action: "account.delete", accountId: id });
}

async function doServer(progress: Progress, step: PlannedStep<"server">): Promise<void> {
  const { core, db, note, act, accounts, made } = progress;
  const { wanted, present } = step;
  const at = core.now().toISOString();
  if (!wanted) {
    const { id, account_id } = present!.row;
    await endServer(db, id, at);
    await db.updateTable("servers").set(unmanaged).where("id", "=", id).execute();
    return note({ action: "server.revoke", accountId: account_id, serverId: id });
  }
  const expires_at = wanted.expires_at === "never" ? null : wanted.expires_at;
  if (!present) {
    const accountId = accounts.get(wanted.account)!;
    await db
      .updateTable("servers")
      .set(unmanaged)
      .where("account_id", "=", accountId)
      .where("name", "=", wanted.name)
      .where("revoked_at", "is not", null)
      .execute();
    const input = { name: wanted.name, config: wanted.config, expires_at };
    const row = { ...newServerRow(core, accountId, input, act), ...managed(progress, wanted) };
    const token = await insertServer(core, db, row, note);
    made.push({ ...serverOf(core, await apiOfAccount(db, accountId), row), token, account: wanted.account });
    return;
  }
  const { id, account_id, version } = present.row;
  const config = JSON.stringify(wanted.config);
  const set = { config, expires_at, ...managed(progress, wanted), updated_at: at, version: version + 1 };
  await changed(db.updateTable("servers").set(set).where("id", "=", id).where("version", "=", version));
  note({ action: "server.update", accountId: account_id, serverId: id, detail: detailOf(progress, step) });
}

async function doRole(progress: Progress, step: PlannedStep<"role">): Promise<void> {
  const { core, db, note, act, accounts, issuer } = progress;
  const { wanted, present } = step;
  const { role, group, person, account } = (wanted ?? present?.record)!;
  const holder_kind = group === undefined ? "person" : "group";
  const holder = (group ?? person)!;
  const account_id = account === undefined ? null : accounts.get(account)!;
  const about = { accountId: account_id ?? undefined, detail: { role, holder_kind, holder } };
  if (!wanted) {
    await db.deleteFrom("role_grants").where("id", "=", present!.row.id).execute();
    return note({ action: "role.remove", ...about });
  }
  if (present) {
    await db
      .updateTable("role_grants")
      .set(managed(progress, wanted))
      .where("id", "=", present.row.id)
      .execute();
    return;
  }
  const made = { created_by: act.actor, created_at: core.now().toISOString() };
  const held = { issuer: issuer!, holder_kind, holder, role, account_id } as const;
  const id = newId("rol", core.now().getTime());
  await db
    .insertInto("role_grants")
    .values({ id, ...held, ...made, ...managed(progress, wanted) })
    .execute();
  note({ action: "role.grant", ...about });
}

function managed({ source }: Work, record: object): Managed {
  return { managed_by: source, applied: JSON.stringify(record) };
}

function detailOf({ source }: Work, { changes }: PlannedStep) {
  return { managed_by: source, changes };
}

/** @throws GatewayError 409 if another request has changed the row since it was read */
async function changed(update: { executeTakeFirst(): Promise<{ numUpdatedRows: bigint }> }): Promise<void> {
  const { numUpdatedRows } = await update.executeTakeFirst();
  if (numUpdatedRows !== 1n) throw changedMeanwhile();
}

export function changedMeanwhile(): GatewayError {
  return conflict("The gateway was changed meanwhile. Nothing was changed by this apply. Run it again.");
}

function apiOfAccount(db: Db, id: string) {
  return db.selectFrom("accounts").select("api").where("id", "=", id).executeTakeFirstOrThrow();
}
