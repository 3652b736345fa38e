/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Catalogue } from "../../../../runtime/index.js";
import { defaultOf } from "../../../server-config.js";
import { Group } from "./choice.js";
import { Control, optionsIn } from "./controls.js";
import type { ServerForm } from "./input.js";

interface ListingProps {
  readonly form: ServerForm;
  readonly catalogue: Catalogue;
}

/** Which tools clients list, and their names. */
export function Listing({ form: { config }, catalogue }: ListingProps) {
  return (
    <Group title="What clients list">
      {optionsIn("listing", "choice").map((name) => (
        <Control
          name={name}
          value={config[name] ?? defaultOf(name, catalogue)}
          examples={name === "names" ? exampleNames(catalogue) : undefined}
        />
      ))}
    </Group>
  );
}

/** A tool with its two names. A curated tool that creates something is the best example. */
function exampleNames({ curated, index }: Catalogue): Record<string, string> {
  const named = [...curated, ...Object.keys(index)].filter((name) => index[name]?.managed);
  const canonical = named.find((name) => index[name]!.access === "create") ?? named[0];
  return canonical === undefined ? {} : { canonical, managed: index[canonical]!.managed! };
}
