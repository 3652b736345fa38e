/** One connection of the driver. */
export interface Connection {
  connect(): Promise<unknown>;
  query(text: string): Promise<unknown>;
  end(): Promise<void>;
  on(event: "error" | "end" | "notification", heard: () => void): unknown;
  removeAllListeners(event: "notification"): unknown;
}

/** What triggers send whenever what opens a server URL has changed; see the migration `0008-changes`. */
export const changesChannel = "standpipe_changes";

/**
 * Counts the changes that the database tells of, on a connection of its own. Asking costs one small query, whatever the
 * number of streams. A notification comes before the answer to any query that is asked after its transaction, so a count
 * that did not change means that nothing did.
 */
export function createChanges(open: () => Connection) {
  let listening: Promise<Connection> | undefined;
  let asking: Promise<string> | undefined;
  let count = 0;
  let connection = 0;

  async function listen(): Promise<Connection> {
    const client = open();
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
