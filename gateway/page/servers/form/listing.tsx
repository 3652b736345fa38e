/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Choice, Group } from "./choice.js";
import type { ServerForm } from "./input.js";

/** Which tools a client is listed, and under which names. */
export function Listing({ form: { config } }: { readonly form: ServerForm }) {
  return (
    <Group title="What a client is listed">
      <Choice name="surface" value="curated" now={config.surface ?? "curated"}>
        The common tools, and finders for the rest
      </Choice>
      <Choice name="surface" value="full" now={config.surface ?? "curated"}>
        Every tool that it holds
      </Choice>
      <Choice name="surface" value="discover" now={config.surface ?? "curated"}>
        Finders alone: the fewest tokens
      </Choice>
      <Choice name="surface" value="chatgpt" now={config.surface ?? "curated"}>
        For ChatGPT: the common tools, with search and fetch for deep research and company knowledge
      </Choice>
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
