/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { ServerForm } from "./input.js";

/** How much a client may call and be answered. */
export function Limits({ form: { config } }: { readonly form: ServerForm }) {
  return (
    <fieldset>
      <legend>Limits</legend>
      <div class="pair">
        <div class="field">
          <label for="rate_calls">Most calls</label>
          <input
            id="rate_calls"
            name="rate_calls"
            type="number"
            min={1}
            max={100000}
            value={config.rate_limit?.calls}
            placeholder="no limit"
          />
        </div>
        <div class="field">
          <label for="rate_seconds">within so many seconds</label>
          <input
            id="rate_seconds"
            name="rate_seconds"
            type="number"
            min={1}
            max={86400}
            value={config.rate_limit?.seconds ?? 60}
          />
        </div>
        <div class="field">
          <label for="result_token_budget">Tokens of a result</label>
          <input
            id="result_token_budget"
            name="result_token_budget"
            type="number"
            min={500}
            max={1000000}
            value={config.result_token_budget}
            placeholder="20000"
          />
        </div>
        <div class="field">
          <label for="on_429">When FireHydrant's rate limit is used up</label>
          <select id="on_429" name="on_429">
            <option value="wait" selected={config.on_429 !== "pass"}>
              Reads wait for their turn
            </option>
            <option value="pass" selected={config.on_429 === "pass"}>
              The client is told
            </option>
          </select>
        </div>
        {timeLimits.map(({ name, label, least, most, usual }) => (
          <div class="field">
            <label for={name}>{label}</label>
            <input
              id={name}
              name={name}
              type="number"
              min={least}
              max={most}
              step="any"
              value={config[name]}
              placeholder={usual}
            />
          </div>
        ))}
      </div>
      <div class="field">
        <label for="redact">Hide in results and in the log, beside secrets</label>
        <input
          id="redact"
          name="redact"
          value={config.redact?.join(", ")}
          placeholder="emails, and names of fields"
        />
      </div>
      <div class="stack">
        <label class="choice">
          <input type="checkbox" name="resolve_names" value="yes" checked={config.resolve_names !== false} />
          Arguments take names where ids are wanted
        </label>
      </div>
    </fieldset>
  );
}

const timeLimits = [
  { name: "call_seconds", label: "Seconds of a call", least: 0.1, most: 600, usual: "60" },
  { name: "connect_seconds", label: "Seconds to connect", least: 1, most: 60, usual: "5" },
  { name: "first_byte_seconds", label: "Seconds until an answer", least: 0.1, most: 300, usual: "30" },
] as const;
