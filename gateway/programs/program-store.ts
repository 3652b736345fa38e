import type { Arguments, ProgramRecord, Settled } from "../../runtime/index.js";
import type { ResolvedNames } from "../consent/approvals.js";
import type { Core } from "../core.js";

/** A call that a program may only make once a person has approved it. */
export interface HeldCall {
  readonly call: number;
  readonly tool: string;
  /** With ids instead of names. */
  readonly args: Arguments;
  readonly resolved: ResolvedNames;
  /** Of tool and arguments. */
  readonly digest: string;
}

/** A stopped program. */
export interface StoredProgram {
  readonly record: ProgramRecord;
  readonly held: readonly HeldCall[];
  /** Digests of the approved calls, by number. */
  readonly approved: ReadonlyMap<number, string>;
}

/** The programs of one server URL, for all replicas. */
export interface ProgramPlace {
  readonly core: Core;
  readonly serverId: string;
}

/**
 * How long a stopped program is kept: an hour for an approval, and some time to go on after it. It has data of the
 * account.
 */
const keptMs = 4_200_000;

/** Stores a program with its held calls. It counts as running for so long. */
export async function putProgram(
  place: ProgramPlace,
  { record, held, approved }: StoredProgram,
  caller: string,
  runsMs: number,
): Promise<void> {
  const { settled: _, ...program } = record;
  const stored = {
    content: sealed(place, record.id, { program, held }),
    approved: JSON.stringify([...approved]),
    state: "running" as const,
    running_until: later(place, runsMs),
    expires_at: later(place, keptMs),
  };
  await place.core.store.db
    .insertInto("programs")
    .values({ id: record.id, server_id: place.serverId, caller, ...stored })
    .onConflict((conflict) => conflict.column("id").doUpdateSet(stored))
    .execute();
}

/** Whether a program of this caller exists, and whether it has ended. */
export async function programState(
  place: ProgramPlace,
  id: string,
  caller: string,
): Promise<"open" | "ended" | undefined> {
  const row = await place.core.store.db
    .selectFrom("programs")
    .select("state")
    .where("id", "=", id)
    .where("server_id", "=", place.serverId)
    .where("caller", "=", caller)
    .where("expires_at", ">", later(place, 0))
    .executeTakeFirst();
  return row && (row.state === "ended" ? "ended" : "open");
}

/** Takes a program for one run; undefined while it runs elsewhere. */
export async function takeProgram(
  place: ProgramPlace,
  id: string,
  runsMs: number,
): Promise<StoredProgram | undefined> {
  const { db } = place.core.store;
  const { numUpdatedRows } = await db
    .updateTable("programs")
    .set({ state: "running", running_until: later(place, runsMs) })
    .where("id", "=", id)
    .where((where) =>
      where.or([
        where("state", "=", "waiting"),
        where.and([where("state", "=", "running"), where("running_until", "<", later(place, 0))]),
      ]),
    )
    .executeTakeFirst();
  if (numUpdatedRows === 0n) return undefined;
  const row = await db.selectFrom("programs").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
  const { program, held } = opened(place, id, row.content) as {
    readonly program: Omit<ProgramRecord, "settled">;
    readonly held: HeldCall[];
  };
  const approved = new Map(JSON.parse(row.approved) as [number, string][]);
  return { record: { ...program, settled: await settledCalls(place, id) }, held, approved };
}

/** The answers of a program's calls, in their order. */
export async function settledCalls(place: ProgramPlace, id: string): Promise<Settled[]> {
  const rows = await place.core.store.db
    .selectFrom("program_calls")
    .select("content")
    .where("program_id", "=", id)
    .where("place", "is not", null)
    .orderBy("place")
    .execute();
  return rows.map(({ content }) => opened(place, id, content!) as Settled);
}

export async function setProgramState(
  { core }: ProgramPlace,
  id: string,
  state: "waiting" | "ended",
): Promise<void> {
  await core.store.db.updateTable("programs").set({ state }).where("id", "=", id).execute();
}

/** Stores answers in their order, from a position on. */
export async function keepAnswers(
  place: ProgramPlace,
  id: string,
  settled: readonly Settled[],
  from: number,
): Promise<void> {
  for (const [at, one] of settled.slice(from).entries()) {
    const row = { place: from + at, content: sealed(place, id, one) };
    await place.core.store.db
      .insertInto("program_calls")
      .values({ program_id: id, call: one.call, ...row })
      .onConflict((conflict) => conflict.columns(["program_id", "call"]).doUpdateSet(row))
      .execute();
  }
}

/** Notes that a write is about to be sent: true once, for one run on one replica. */
export async function noteWrite({ core }: ProgramPlace, id: string, call: number): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await core.store.db
    .insertInto("program_calls")
    .values({ program_id: id, call, place: null, content: null })
    .onConflict((conflict) => conflict.columns(["program_id", "call"]).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** Deletes expired programs. */
export async function forgetOldPrograms({ store: { db }, now }: Core): Promise<void> {
  const at = now().toISOString();
  const old = db.selectFrom("programs").select("id").where("expires_at", "<=", at);
  await db.deleteFrom("program_calls").where("program_id", "in", old).execute();
  await db.deleteFrom("programs").where("expires_at", "<=", at).execute();
}

const vaultPlace = ({ serverId }: ProgramPlace, id: string) => `program ${serverId} ${id}`;

function sealed(place: ProgramPlace, id: string, value: unknown): string {
  return place.core.keys.vault.seal(JSON.stringify(value), vaultPlace(place, id));
}

function opened(place: ProgramPlace, id: string, text: string): unknown {
  return JSON.parse(place.core.keys.vault.open(text, vaultPlace(place, id)));
}

function later({ core }: ProgramPlace, ms: number): string {
  return new Date(core.now().getTime() + ms).toISOString();
}
