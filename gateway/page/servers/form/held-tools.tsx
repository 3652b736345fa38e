/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Catalogue } from "../../../../runtime/index.js";
import type { ServerConfig } from "../../../server-config.js";
import { toolGroups } from "../../../tool-groups.js";
import { Marks } from "../../marks.js";
import type { ServerForm } from "./input.js";

interface HeldToolsProps {
  readonly form: ServerForm;
  readonly catalogue: Catalogue;
  /** The path of the form. */
  readonly here: string;
}

/** The tools that match all choices of the form. The list is long, so the form has it only when a person asks for it. */
export function HeldTools({ form, catalogue, here }: HeldToolsProps) {
  return (
    <fieldset id="held">
      <legend>Tools that are in</legend>
      {form.isHeldShown ? (
        <>
          <input type="hidden" name="held_shown" value="yes" />
          <ul class="picker" aria-label="Tools that are in" tabindex={0} data-part="held">
            <HeldList catalogue={catalogue} config={form.config} />
          </ul>
        </>
      ) : (
        <button name="preview" value="held" formaction={`${here}#held`} formnovalidate>
          Show the tools that are in
        </button>
      )}
    </fieldset>
  );
}

/** One row per tool, by group. */
export function HeldList({
  catalogue,
  config,
}: {
  readonly catalogue: Catalogue;
  readonly config: ServerConfig;
}) {
  const groups = toolGroups(catalogue, config).filter(({ held }) => held.length > 0);
  if (groups.length === 0) return <li class="soft">None. Allow at least one.</li>;
  return (
    <>
      {groups.flatMap(({ name, held }) =>
        held.map(({ tool, marks }) => (
          <li class="held">
            <span>
              <span class="mono">{tool.name}</span> <span class="soft">{`${name}: ${tool.title}`}</span>
            </span>
            <Marks marks={marks} />
          </li>
        )),
      )}
    </>
  );
}
