/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Catalogue } from "../../../../runtime/index.js";
import { HeldList } from "./held-tools.js";
import type { ServerForm } from "./input.js";
import { Preview } from "./preview.js";

/** The parts of the form that change with each choice. The script replaces them. */
export function Previewed({ catalogue, form }: { readonly catalogue: Catalogue; readonly form: ServerForm }) {
  const { config, isHeldShown } = form;
  return (
    <>
      <output data-part="line">
        <Preview {...{ catalogue, config }} />
      </output>
      {isHeldShown && (
        <ul data-part="held">
          <HeldList {...{ catalogue, config }} />
        </ul>
      )}
    </>
  );
}
