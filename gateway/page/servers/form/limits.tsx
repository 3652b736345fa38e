/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Catalogue } from "../../../../runtime/index.js";
import { defaultOf } from "../../../server-config.js";
import { FieldFault, useFault } from "../../form-faults.js";
import { Control, optionsIn } from "./controls.js";
import type { ServerForm } from "./input.js";

interface LimitsProps {
  readonly form: ServerForm;
  readonly catalogue: Catalogue;
}

/** Limits for calls and results. */
export function Limits({ form: { config }, catalogue }: LimitsProps) {
  return (
    <fieldset>
      <legend>Limits</legend>
      <div class="pair">
        <CallLimit limit={config.rate_limit} />
        {optionsIn("limits", "number").map((name) => (
          <Control name={name} value={config[name]} />
        ))}
      </div>
      {optionsIn("limits", "list").map((name) => (
        <Control name={name} value={config[name]} />
      ))}
      <div class="stack">
        {optionsIn("limits", "choice", "toggle").map((name) => (
          <Control name={name} value={config[name] ?? defaultOf(name, catalogue)} />
        ))}
      </div>
    </fieldset>
  );
}

function CallLimit({ limit }: { readonly limit: ServerForm["config"]["rate_limit"] }) {
  return (
    <>
      <div class="field">
        <label for="rate_calls">Maximum calls</label>
        <input
          id="rate_calls"
          name="rate_calls"
          type="number"
          min={1}
          max={100_000}
          value={limit?.calls}
          placeholder="no limit"
          {...useFault("rate_calls")}
        />
        <FieldFault id="rate_calls" />
      </div>
      <div class="field">
        <label for="rate_seconds">within seconds</label>
        <input
          id="rate_seconds"
          name="rate_seconds"
          type="number"
          min={1}
          max={86_400}
          value={limit?.seconds ?? 60}
        />
      </div>
    </>
  );
}
