import { changedTask, type TaskState, type TaskStore } from "../../runtime/index.js";
import type { Core } from "../core.js";
import { VaultError } from "../secrets/vault.js";
import type { Grant } from "../tokens/grants.js";

/**
 * Stores the tasks of a server URL. Every replica can answer for them, also after the server URL changes.
 * @param person whose tasks they are, if each person has their own
 */
export function storedTasks(
  { store, keys, now }: Pick<Core, "store" | "now"> & { readonly keys: Pick<Core["keys"], "vault"> },
  serverId: string,
  person?: Grant["person"],
): TaskStore {
  const own = person ? ` ${JSON.stringify([person.issuer, person.id])}` : "";
  const place = (id: string) => `task ${serverId} ${id}${own}`;
  // A result contains the account's data.
  const seal = (state: TaskState) => keys.vault.seal(JSON.stringify(state), place(state.taskId));

  async function read(taskId: string) {
    const row = await store.db
      .selectFrom("tasks")
      .select("state")
      .where("id", "=", taskId)
      .where("server_id", "=", serverId)
      .where("expires_at", ">", now().toISOString())
      .executeTakeFirst();
    if (!row) return undefined;
    try {
      return { sealed: row.state, state: JSON.parse(keys.vault.open(row.state, place(taskId))) as TaskState };
    } catch (error) {
      // With own keys, a task of another person is unknown.
      if (person && error instanceof VaultError) return undefined;
      throw error;
    }
  }

  /** Writes a state over the one that was read. False if another writer was faster. */
  async function replace(sealed: string, state: TaskState): Promise<boolean> {
    const { numUpdatedRows } = await store.db
      .updateTable("tasks")
      .set({ state: seal(state) })
      .where("id", "=", state.taskId)
      // Each write seals anew, so the same text means that nobody wrote since.
      .where("state", "=", sealed)
      .executeTakeFirst();
    return numUpdatedRows === 1n;
  }

  return {
    async add(state) {
      const expires_at = new Date(Date.parse(state.createdAt) + state.ttlMs).toISOString();
      const row = { id: state.taskId, server_id: serverId, state: seal(state), expires_at };
      await store.db.insertInto("tasks").values(row).execute();
    },
    get: async (taskId) => (await read(taskId))?.state,
    async change(taskId, change) {
      for (;;) {
        const found = await read(taskId);
        if (found?.state.status !== "working") return found?.state;
        const changed = changedTask(found.state, change);
        if (await replace(found.sealed, changed)) return changed;
      }
    },
  };
}

/** Deletes expired tasks. */
export async function forgetOldTasks({ store, now }: Core): Promise<void> {
  await store.db.deleteFrom("tasks").where("expires_at", "<=", now().toISOString()).execute();
}
