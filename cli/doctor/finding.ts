import type { InspectedStore } from "../../gateway/store/inspect.js";
import type { ServedApis } from "../../gateway/apis.js";
import type { Settings } from "../../gateway/settings.js";
import type { SecretKeys } from "../../gateway/secrets/secret-keys.js";

/** What a check found. `warn` means that it works, and that something may go wrong later. */
export interface Finding {
  readonly state: "ok" | "warn" | "fail";
  readonly message: string;
  /** Present unless the state is `ok`. */
  readonly fix?: string;
}

export const ok = (message: string): Finding => ({ state: "ok", message });
export const warn = (message: string, fix: string): Finding => ({ state: "warn", message, fix });
export const fail = (message: string, fix: string): Finding => ({ state: "fail", message, fix });

/** What the checks examine. */
export interface Examined {
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly settings: Settings;
  readonly apis: ServedApis;
  readonly folder: string;
  readonly host: string;
  readonly port: number;
  /** The URL of a running gateway, as clients use it. */
  readonly url?: string;
  /** A module of the bundle; absent for a bundle of one file. */
  readonly module?: string;
  readonly nodeVersion: string;
  readonly now: () => Date;
  /** Bytes that are free in a folder. */
  readonly freeBytes: (folder: string) => Promise<number>;
  /** The secret keys, or why there are none. */
  readonly keys: SecretKeys | Finding;
  /** The store, or why it cannot be read. */
  readonly store: InspectedStore | undefined | Finding;
}

export function isFinding(value: unknown): value is Finding {
  return typeof value === "object" && value !== null && "state" in value && "message" in value;
}
