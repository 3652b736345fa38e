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

/** How long a stopped program is kept. It has data of the account. */
const keptMs = 3_600_000;

/** The stopped programs of one server URL, for all replicas. */
export function createProgramStore({ store, keys, now }: Core, serverId: string) {
  const { db } = store;
  const place = (id: string) => `program ${serverId} ${id}`;
  const seal = (id: string, value: unknown) => keys.vault.seal(JSON.stringify(value), place(id));
  const open = (id: string, sealed: string): unknown => JSON.parse(keys.vault.open(sealed, place(id)));
  const later = (ms: number) => new Date(now().getTime() + ms).toISOString();

  return {
    /** Stores a program with its held calls. It counts as running for so long. */
    async put({ record, held, approved }: StoredProgram, caller: string, runsMs: number): Promise<void> {
      const { settled: _, ...program } = record;
      const content = seal(record.id, { program, held });
      const stored = {
        content,
        approved: JSON.stringify([...approved]),
        state: "running" as const,
        running_until: later(runsMs),
        expires_at: later(keptMs),
      };
      await db
        .insertInto("programs")
        .values({ id: record.id, server_id: serverId, caller, ...stored })
        .onConflict((conflict) => conflict.column("id").doUpdateSet(stored))
        .execute();
    },

    /** Whether a program of this caller exists, and whether it has ended. */
    async stateOf(id: string, caller: string): Promise<"open" | "ended" | undefined> {
      const row = await db
        .selectFrom("programs")
        .select("state")
        .where("id", "=", id)
        .where("server_id", "=", serverId)
        .where("caller", "=", caller)
        .where("expires_at", ">", now().toISOString())
        .executeTakeFirst();
      return row && (row.state === "ended" ? "ended" : "open");
    },

    /** Takes a program for one run; undefined while it runs elsewhere. */
    async take(id: string, runsMs: number): Promise<StoredProgram | undefined> {
      const { numUpdatedRows } = await db
        .updateTable("programs")
        .set({ state: "running", running_until: later(runsMs) })
        .where("id", "=", id)
        .where((where) =>
          where.or([
            where("state", "=", "waiting"),
            where.and([where("state", "=", "running"), where("running_until", "<", now().toISOString())]),
          ]),
        )
        .executeTakeFirst();
      if (numUpdatedRows === 0n) return undefined;
      const row = await db.selectFrom("programs").selectAll().where("id", "=", id).executeTakeFirstOrThrow();
      const { program, held } = open(id, row.content) as {
        program: Omit<ProgramRecord, "settled">;
        held: HeldCall[];
      };
      const approved = new Map(JSON.parse(row.approved) as [number, string][]);
      return { record: { ...program, settled: await this.settledOf(id) }, held, approved };
    },

    async settledOf(id: string): Promise<Settled[]> {
      const rows = await db
        .selectFrom("program_calls")
        .select("content")
        .where("program_id", "=", id)
        .where("place", "is not", null)
        .orderBy("place")
        .execute();
      return rows.map(({ content }) => open(id, content!) as Settled);
    },

    async setState(id: string, state: "waiting" | "ended"): Promise<void> {
      await db.updateTable("programs").set({ state }).where("id", "=", id).execute();
    },

    /** Stores answers in their order, from a place on. */
    async keep(id: string, settled: readonly Settled[], from: number): Promise<void> {
      for (const [at, one] of settled.slice(from).entries()) {
        const row = { place: from + at, content: seal(id, one) };
        await db
          .insertInto("program_calls")
          .values({ program_id: id, call: one.call, ...row })
          .onConflict((conflict) => conflict.columns(["program_id", "call"]).doUpdateSet(row))
          .execute();
      }
    },

    /** Notes that a write is about to be sent: true once, for one run on one replica. */
    async note(id: string, call: number): Promise<boolean> {
      const { numInsertedOrUpdatedRows } = await db
        .insertInto("program_calls")
        .values({ program_id: id, call, place: null, content: null })
        .onConflict((conflict) => conflict.columns(["program_id", "call"]).doNothing())
        .executeTakeFirst();
      return numInsertedOrUpdatedRows === 1n;
    },
  };
}

export type ProgramStore = ReturnType<typeof createProgramStore>;

/** Deletes expired programs. */
export async function forgetOldPrograms({ store: { db }, now }: Core): Promise<void> {
  const at = now().toISOString();
  const old = db.selectFrom("programs").select("id").where("expires_at", "<=", at);
  await db.deleteFrom("program_calls").where("program_id", "in", old).execute();
  await db.deleteFrom("programs").where("expires_at", "<=", at).execute();
}
