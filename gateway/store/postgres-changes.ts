/** One connection of the driver. */
export interface Connection {
  connect(): Promise<unknown>;
  query(text: string): Promise<unknown>;
  end(): Promise<void>;
  on(event: "error" | "end" | "notification", heard: () => void): unknown;
  removeAllListeners(event: "notification"): unknown;
}

/** The channel of the triggers that report changes of server URLs; see the migration `0008-changes`. */
export const changesChannel = "standpipe_changes";

/**
 * Counts the database's change notifications on a separate connection. Checking costs one small query, for any number
 * of streams. A notification arrives before the result of any later query, so an unchanged count means that nothing
 * changed.
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
    // Changes during a lost connection are unknown, so everything read before is invalid.
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
    /** @throws the driver's error if the database does not answer */
    revision: () => (asking ??= ask().finally(() => (asking = undefined))),
    close: () => void listening?.then((client) => client.end()).catch(() => {}),
  };
}
