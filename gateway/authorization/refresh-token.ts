import type { Keys } from "../secrets/keys.js";
import { sameHash } from "../secrets/keys.js";

/** A refresh token names its connection and its number there, so one that was used before is known as such. */
export interface RefreshToken {
  readonly connectionId: string;
  readonly generation: number;
}

const prefix = "spr_";

export function printRefreshToken(keys: Keys, { connectionId, generation }: RefreshToken): string {
  return `${prefix}${connectionId}_${generation}_${proofOf(keys, connectionId, generation)}`;
}

/** Undefined for a text that this gateway did not make. */
export function readRefreshToken(keys: Keys, text: string): RefreshToken | undefined {
  const [, connectionId, number, proof] = /^spr_(con_[0-9a-z]{23})_(\d{1,9})_([\w-]{43})$/.exec(text) ?? [];
  if (connectionId === undefined || number === undefined || proof === undefined) return undefined;
  const generation = Number(number);
  return sameHash(proof, proofOf(keys, connectionId, generation)) ? { connectionId, generation } : undefined;
}

function proofOf({ digest }: Keys, connectionId: string, generation: number): string {
  return digest(`refresh ${connectionId} ${generation}`);
}
