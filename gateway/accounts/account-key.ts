import { Fault } from "../../runtime/index.js";
import type { Core } from "../core.js";
import { keyContext } from "../secrets/keys.js";
import type { AccountRow } from "../store/schema.js";
import { baseUrlOf } from "./base-url.js";
import type { KeyTarget } from "./references/allowed.js";
import { ReferenceFault } from "./references/fault.js";

/** A key for calls. */
interface UsableKey {
  /** Changes with the key, and does not reveal it. */
  readonly version: string;
  /** @throws VaultError if it cannot be decrypted */
  text(): string;
  readonly fault?: undefined;
}

/** No key for calls, and what callers get instead. */
interface NoKey {
  readonly version: string;
  /** @param publicUrl of the gateway, for links */
  fault(publicUrl: string): Fault;
  /** The page where the caller deposits one; absent if they cannot. */
  page?(publicUrl: string): string;
}

export type CallKey = UsableKey | NoKey;

/** The key of an account, which is stored encrypted, or is where its reference says. */
export async function accountKey(core: Core, account: AccountRow): Promise<CallKey> {
  const { id, api_key, key_reference } = account;
  if (key_reference === null)
    return { version: api_key, text: () => core.keys.vault.open(api_key, keyContext(id)) };
  try {
    const key = await core.referencedKeys.read(key_reference, targetOf(core, account));
    return { version: core.keys.digest(`account key ${key}`), text: () => key };
  } catch (error) {
    if (!(error instanceof ReferenceFault)) throw error;
    return { version: "unreadable", fault: unreadable };
  }
}

/** Where the key of an account is sent now. */
export function targetOf<Row extends KeyTarget>(core: Pick<Core, "apis">, account: Row): Row {
  return { ...account, base_url: baseUrlOf(core, account) ?? account.base_url };
}

function unreadable(): Fault {
  return new Fault({
    kind: "credentials",
    message: "The gateway can't read the key of this server URL's account, so the call was not sent.",
    next: "Ask the gateway's operator to look at the key's reference. The gateway's log says what is wrong.",
  });
}
