import type { Core } from "../core.js";
import { VaultError } from "../secrets/vault.js";
import type { Checks } from "./provider.js";

/** A sign-in that began at this browser and waits for the provider's answer. */
export interface PendingSignIn extends Checks {
  /** The path of this site to go to afterwards. */
  readonly next: string;
}

/** How long a person may take at the provider. */
export const pendingSeconds = 600;

const place = "sign-in";

/** The cookie's value. Any replica can read it. */
export function sealPending({ keys, now }: Core, pending: PendingSignIn): string {
  return keys.vault.seal(JSON.stringify({ pending, until: now().getTime() + pendingSeconds * 1000 }), place);
}

/** Undefined for a cookie that is missing, too old, or not of this gateway. */
export function openPending({ keys, now }: Core, sealed: string | undefined): PendingSignIn | undefined {
  if (sealed === undefined) return undefined;
  try {
    const { pending, until } = JSON.parse(keys.vault.open(sealed, place)) as {
      pending: PendingSignIn;
      until: number;
    };
    return now().getTime() < until ? pending : undefined;
  } catch (error) {
    if (error instanceof VaultError) return undefined;
    throw error;
  }
}
