/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Catalogue } from "../../../../runtime/index.js";
import type { ServerConfig } from "../../../server-config.js";
import { heldTools, listedOf } from "../../../tool-groups.js";
import { counted } from "../../counted.js";

interface PreviewProps {
  readonly catalogue: Catalogue;
  readonly config: ServerConfig;
}

/** What a config means, in one line. */
export function Preview({ catalogue, config }: PreviewProps) {
  const held = heldTools(catalogue, config);
  if (held.size === 0) return <>Holds no tools. Allow at least one.</>;
  const { count, tokens } = listedOf(catalogue, config);
  const { pages_people = [], customer_facing = [] } = catalogue.effects ?? {};
  const yes = (names: readonly string[]) => (names.some((name) => held.has(name)) ? "yes" : "no");
  return (
    <>
      <span>{`Holds ${counted(held.size, "tool")}, lists ${count}, costs ${counted(tokens, "token")}.`}</span>
      {catalogue.effects && (
        <span class="soft small">
          {`May page people: ${yes(pages_people)}. Customers may see what it does: ${yes(customer_facing)}.`}
        </span>
      )}
    </>
  );
}
