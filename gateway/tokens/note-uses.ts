import type { Core } from "../core.js";

/** Records when tokens and servers were last used, with one write for many uses. */
export async function noteUses(
  { store }: Core,
  uses: {
    readonly tokens: readonly string[];
    readonly servers: readonly string[];
    readonly apiTokens: readonly string[];
  },
  at: string,
): Promise<void> {
  const set = { last_used_at: at };
  const { db } = store;
  if (uses.tokens.length > 0)
    await db.updateTable("tokens").set(set).where("id", "in", uses.tokens).execute();
  if (uses.servers.length > 0)
    await db.updateTable("servers").set(set).where("id", "in", uses.servers).execute();
  if (uses.apiTokens.length > 0)
    await db.updateTable("api_tokens").set(set).where("id", "in", uses.apiTokens).execute();
}
