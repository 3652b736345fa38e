import type { TaskState, TaskStore } from "../../runtime/index.js";
import type { Core } from "../core.js";

/** Stores the tasks of a server URL. Every replica can answer for them, also after the server URL changes. */
export function storedTasks({ store, keys, now }: Core, serverId: string): TaskStore {
  const place = (id: string) => `task ${serverId} ${id}`;
  return {
    async put(state) {
      const row = {
        id: state.taskId,
        server_id: serverId,
        // A result contains the account's data.
        state: keys.vault.seal(JSON.stringify(state), place(state.taskId)),
        expires_at: new Date(Date.parse(state.createdAt) + state.ttlMs).toISOString(),
      };
      await store.db
        .insertInto("tasks")
        .values(row)
        .onConflict((conflict) => conflict.column("id").doUpdateSet({ state: row.state }))
        .execute();
    },
    async get(taskId) {
      const row = await store.db
        .selectFrom("tasks")
        .select("state")
        .where("id", "=", taskId)
        .where("server_id", "=", serverId)
        .where("expires_at", ">", now().toISOString())
        .executeTakeFirst();
      return row && (JSON.parse(keys.vault.open(row.state, place(taskId))) as TaskState);
    },
  };
}

/** Deletes expired tasks. */
export async function forgetOldTasks({ store, now }: Core): Promise<void> {
  await store.db.deleteFrom("tasks").where("expires_at", "<=", now().toISOString()).execute();
}
