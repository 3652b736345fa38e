import type { Cancels } from "../../runtime/index.js";
import type { Core } from "../core.js";

/**
 * Sends cancellations of calls to all processes with the same store. A client's cancellation may reach another replica
 * than its call, and the server URL's settings may have changed between the two.
 * @returns the cancellations of a server URL
 */
export function createSharedCancels({ store, keys }: Core): (serverId: string) => Cancels {
  const underWay = new Map<string, () => void>();
  store.broadcast?.listen((name) => underWay.get(name)?.());
  return (serverId) => {
    // The store gets no session id, only its digest.
    const nameOf = (key: string) => keys.digest(`cancel ${serverId} ${key}`);
    return {
      announce(key) {
        const name = nameOf(key);
        const end = underWay.get(name);
        if (end) end();
        else store.broadcast?.send(name);
      },
      on(key, end) {
        const name = nameOf(key);
        underWay.set(name, end);
        return () => void (underWay.get(name) === end && underWay.delete(name));
      },
    };
  };
}
