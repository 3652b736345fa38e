import type { Logger } from "pino";
import type { Core } from "../../core.js";
import { logEvent } from "../../ops/log-events.js";
import { accountKey } from "../account-key.js";

/** Whether the key of an account can be read where its reference says. */
export interface KeyState {
  readonly id: string;
  readonly isReadable: boolean;
}

/** Reads the keys of all accounts with references, so that a fault is known before a call needs the key. */
export interface KeyWatch {
  states(): readonly KeyState[];
  /** What a probe of readiness says, without names and paths. The gateway serves other accounts, so it stays ready. */
  warnings(): readonly string[];
  end(): void;
}

const EVERY_MS = 3_000;

export function startKeyWatch(core: Core, logger: Logger, report: (error: Error) => void): KeyWatch {
  let states: readonly KeyState[] = [];
  let isLooking = false;

  async function look(): Promise<void> {
    const accounts = await core.store.db
      .selectFrom("accounts")
      .selectAll()
      .where("key_reference", "is not", null)
      .where("deleted_at", "is", null)
      .execute();
    const found: KeyState[] = [];
    for (const account of accounts) {
      const { id, key_reference } = account;
      const { fault } = await accountKey(core, account);
      const why = core.referencedKeys.faultOf(key_reference!) ?? (fault && "it is not allowed");
      const was = states.find((state) => state.id === id);
      if (why !== undefined && was?.isReadable !== false)
        logEvent(logger, "account_key_unreadable", { account: id, key_reference, why, kept: !fault });
      if (why === undefined && was?.isReadable === false)
        logEvent(logger, "account_key_readable", { account: id, key_reference });
      found.push({ id, isReadable: why === undefined });
    }
    states = found;
  }

  const lookAgain = () => {
    if (isLooking) return;
    isLooking = true;
    void look()
      .catch(report)
      .finally(() => (isLooking = false));
  };
  lookAgain();
  const timer = setInterval(lookAgain, EVERY_MS).unref();
  return {
    states: () => states,
    warnings() {
      const count = states.filter(({ isReadable }) => !isReadable).length;
      if (count === 0) return [];
      return [
        `The keys of ${count} account${count === 1 ? "" : "s"} cannot be read where their references say.`,
      ];
    },
    end: () => clearInterval(timer),
  };
}
