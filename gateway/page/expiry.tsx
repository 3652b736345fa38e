/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { FieldFault, useFault } from "./form-faults.js";
import { first, type Fields } from "./page-handler.js";

/** An expiry in a form. */
export interface Ending {
  /** Seconds from now, `never`, `at`, or `keep` for the current one. */
  readonly expires: string;
  readonly expires_at: string;
}

export function sentEnding(fields: Fields): Ending {
  return { expires: first(fields, "expires") ?? "never", expires_at: first(fields, "expires_at") ?? "" };
}

/** The expiry that a form asks for: an ISO time, null for never, undefined to keep it. */
export function expiryOf({ expires, expires_at }: Ending, now: Date): string | null | undefined {
  if (expires === "keep") return undefined;
  // The API's schema refuses an invalid time.
  if (expires === "at")
    return expires_at === "" ? "" : `${expires_at}:00Z`.replace(/(:\d\d:\d\d):00Z$/, "$1Z");
  const seconds = Number(expires);
  return Number.isFinite(seconds) && seconds > 0
    ? new Date(now.getTime() + seconds * 1000).toISOString()
    : null;
}

const spans = [
  ["3600", "In an hour"],
  ["86400", "In a day"],
  ["604800", "In 7 days"],
  ["2592000", "In 30 days"],
  ["7776000", "In 90 days"],
  ["at", "At a time…"],
] as const;

export interface ExpiryProps {
  readonly ending: Ending;
  /** The current expiry; undefined for a new record. */
  readonly existing?: { readonly expires_at: string | null };
  /** Whether the record must expire. */
  readonly isNeeded?: boolean;
}

/** Fields for an expiry. */
export function Expiry({ ending, existing, isNeeded }: ExpiryProps) {
  const kept =
    existing &&
    (existing.expires_at === null
      ? "Never, as now"
      : `As now: ${existing.expires_at.slice(0, 16).replace("T", " ")} UTC`);
  const options = [
    ...(kept === undefined ? [] : [["keep", kept] as const]),
    ...(isNeeded ? [] : [["never", "Never"] as const]),
    ...spans,
  ];
  return (
    <fieldset>
      <legend>Expiry</legend>
      <div class="pair">
        <div class="field">
          <label for="expires">It stops working</label>
          <select id="expires" name="expires">
            {options.map(([value, words]) => (
              <option
                value={value}
                selected={value === ending.expires}
                data-opens={value === "at" ? "" : undefined}
              >
                {words}
              </option>
            ))}
          </select>
        </div>
        <div class="field when at">
          <label for="expires_at">Time, in UTC</label>
          <input
            id="expires_at"
            name="expires_at"
            type="datetime-local"
            value={ending.expires_at}
            {...useFault("expires_at")}
          />
          <FieldFault id="expires_at" />
        </div>
      </div>
    </fieldset>
  );
}
