import pg from "pg";

/** What triggers send whenever what opens a server URL has changed; see the migration `0005-changes`. */
export const changesChannel = "standpipe_changes";

const MOST_MS = 2_000;

/**
 * Counts the changes that the database tells of, on a connection of its own. Asking costs one small query, whatever the
 * number of streams. A notification comes before the answer to any query that is asked after its transaction, so a count
 * that did not change means that nothing did.
 */
export function createChanges(connectionString: string) {
  let listening: Promise<pg.Client> | undefined;
  let asking: Promise<string> | undefined;
  let count = 0;
  let connection = 0;

  async function listen(): Promise<pg.Client> {
    const client = new pg.Client({
      connectionString,
      connectionTimeoutMillis: MOST_MS,
      query_timeout: MOST_MS,
      application_name: "standpipe changes",
    });
    const lost = () => {
      listening = undefined;
      client.removeAllListeners("notification");
      void client.end().catch(() => {});
    };
    client.on("error", lost);
    client.on("end", () => (listening = undefined));
    client.on("notification", () => void (count += 1));
    try {
      await client.connect();
      await client.query(`listen ${changesChannel}`);
    } catch (error) {
      lost();
      throw error;
    }
    // What changed while nobody listened is unknown, so nothing that was read before counts any more.
    connection += 1;
    return client;
  }

  async function ask(): Promise<string> {
    listening ??= listen();
    const client = await listening.catch((error: unknown) => {
      listening = undefined;
      throw error;
    });
    try {
      await client.query("select 1");
    } catch (error) {
      listening = undefined;
      void client.end().catch(() => {});
      throw error;
    }
    return `${connection}:${count}`;
  }

  return {
    /** @throws the driver's error where the database does not answer */
    revision: () => (asking ??= ask().finally(() => (asking = undefined))),
    close: () => void listening?.then((client) => client.end()).catch(() => {}),
  };
}
