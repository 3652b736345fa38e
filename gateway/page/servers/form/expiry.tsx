/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { ServerForm } from "./input.js";

const spans = [
  ["3600", "In an hour"],
  ["86400", "In a day"],
  ["604800", "In 7 days"],
  ["2592000", "In 30 days"],
  ["7776000", "In 90 days"],
  ["at", "At a time…"],
] as const;

export interface ExpiryProps {
  readonly form: ServerForm;
  /** A server's end as it is now; none for one that is yet to be made. */
  readonly existing?: { readonly expires_at: string | null };
}

/** When a server ends. */
export function Expiry({ form, existing }: ExpiryProps) {
  const kept =
    existing &&
    (existing.expires_at === null
      ? "Never, as now"
      : `As now: ${existing.expires_at.slice(0, 16).replace("T", " ")} UTC`);
  const options = [
    ...(kept === undefined ? [] : [["keep", kept] as const]),
    ["never", "Never"] as const,
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
                selected={value === form.expires}
                data-opens={value === "at" ? "" : undefined}
              >
                {words}
              </option>
            ))}
          </select>
        </div>
        <div class="field when at">
          <label for="expires_at">Time, in UTC</label>
          <input id="expires_at" name="expires_at" type="datetime-local" value={form.expires_at} />
        </div>
      </div>
    </fieldset>
  );
}
