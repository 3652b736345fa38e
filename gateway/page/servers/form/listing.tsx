/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { surfaceRules, surfaces } from "../../../../runtime/contract/surfaces.js";
import { Choice, Group } from "./choice.js";
import type { ServerForm } from "./input.js";

/** Which tools a client is listed, and under which names. */
export function Listing({ form: { config } }: { readonly form: ServerForm }) {
  return (
    <Group title="What a client is listed">
      {surfaces.map((surface) => (
        <Choice name="surface" value={surface} now={config.surface ?? "curated"}>
          {surfaceRules[surface].label}
        </Choice>
      ))}
      <p class="small">
        <strong>Under which names</strong>
      </p>
      <Choice name="names" value="canonical" now={config.names ?? "canonical"}>
        <>
          Short: <code>create_incident</code>
        </>
      </Choice>
      <Choice name="names" value="managed" now={config.names ?? "canonical"}>
        <>
          As hosted platforms write them: <code>create_a_fire_hydrant_incident</code>
        </>
      </Choice>
    </Group>
  );
}
