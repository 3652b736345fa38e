import type { Broadcast } from "./store.js";

/** One connection of the driver. */
export interface Connection {
  connect(): Promise<unknown>;
  query(text: string, values?: readonly string[]): Promise<unknown>;
  end(): Promise<void>;
  on(event: "error" | "end", heard: () => void): unknown;
  on(event: "notification", heard: (message: Notification) => void): unknown;
  removeAllListeners(event: "notification"): unknown;
}

interface Notification {
  readonly channel: string;
  readonly payload?: string;
}

/** The channel of the triggers that report changes of server URLs; see the migration `0008-changes`. */
export const changesChannel = "standpipe_changes";
/** The channel for messages between processes. */
const broadcastChannel = "standpipe_broadcast";

/**
 * Receives messages of the database and of other processes on a separate connection. It counts the database's change
 * notifications. Reading the count costs one small query, for any number of streams. A notification arrives before the
 * result of any later query, so an unchanged count means that nothing changed.
 */
export function createChanges(open: () => Connection) {
  let pending: Promise<string> | undefined;
  let count = 0;
  const listeners = new Set<(text: string) => void>();
  const listener = createListener(open, ({ channel, payload = "" }) => {
    if (channel === changesChannel) count += 1;
    else listeners.forEach((heard) => heard(payload));
  });

  async function ask(): Promise<string> {
    await listener.query("select 1");
    return `${listener.connections()}:${count}`;
  }

  const broadcast: Broadcast = {
    send: (text) => void listener.query("select pg_notify($1, $2)", [broadcastChannel, text]).catch(() => {}),
    listen: (heard) => void listeners.add(heard),
  };

  return {
    /** @throws the driver's error if the database does not answer */
    revision: () => (pending ??= ask().finally(() => (pending = undefined))),
    broadcast,
    close: listener.close,
  };
}

/** A connection that listens. The first query opens it, and the next query after a loss opens a new one. */
function createListener(open: () => Connection, heard: (message: Notification) => void) {
  let listening: Promise<Connection> | undefined;
  let connections = 0;

  async function listen(): Promise<Connection> {
    const client = open();
    const lost = () => {
      listening = undefined;
      client.removeAllListeners("notification");
      void client.end().catch(() => {});
    };
    client.on("error", lost);
    client.on("end", () => (listening = undefined));
    client.on("notification", heard);
    try {
      await client.connect();
      await client.query(`listen ${changesChannel}`);
      await client.query(`listen ${broadcastChannel}`);
    } catch (error) {
      lost();
      throw error;
    }
    // Changes during a lost connection are unknown, so everything read before is invalid.
    connections += 1;
    return client;
  }

  return {
    connections: () => connections,
    async query(text: string, values?: readonly string[]): Promise<void> {
      listening ??= listen();
      const client = await listening.catch((error: unknown) => {
        listening = undefined;
        throw error;
      });
      try {
        await client.query(text, values);
      } catch (error) {
        listening = undefined;
        void client.end().catch(() => {});
        throw error;
      }
    },
    close: () => void listening?.then((client) => client.end()).catch(() => {}),
  };
}
