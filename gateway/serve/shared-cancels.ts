import type { Cancels } from "../../runtime/index.js";
import type { Core } from "../core.js";

/**
 * Carries cancellations of calls between all processes on the store. A client's message may reach another replica than its
 * call, and the settings of the server URL may have changed between the two.
 * @returns what a server URL's calls are cancelled by
 */
export function createSharedCancels({ store, keys }: Core): (serverId: string) => Cancels {
  const underWay = new Map<string, () => void>();
  store.broadcast?.listen((name) => underWay.get(name)?.());
  return (serverId) => {
    // The store sees no session id, only a digest of it.
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
