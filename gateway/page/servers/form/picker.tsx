/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { type Catalogue, executorOf, type ListedTool, tokenCost } from "../../../../runtime/index.js";
import { Choice } from "./choice.js";
import type { ServerForm } from "./input.js";

interface PickerProps {
  readonly form: ServerForm;
  readonly catalogue: Catalogue;
}

/** The list of tools, with data for the page's script. */
export function Picker({ form, catalogue }: PickerProps) {
  const curated = new Set(catalogue.curated);
  return (
    <fieldset>
      <legend>Tools</legend>
      <p class="soft small">The server URL has the ticked tools that match the methods and tags above.</p>
      <details open={form.tools.size < catalogue.tools.length}>
        <summary>Choose single tools</summary>
        <div>
          <div class="row" data-script hidden>
            <label for="tool-filter">Find</label>
            <div class="grow">
              <input id="tool-filter" type="search" autocomplete="off" />
            </div>
            <button type="button" class="quiet" id="pick-all">
              Tick all shown
            </button>
            <button type="button" class="quiet" id="pick-none">
              Untick all shown
            </button>
          </div>
          <ul class="picker" aria-label="Tools">
            {catalogue.tools.map((tool) => (
              <Tool {...{ tool, form, catalogue }} isCurated={curated.has(tool.name)} />
            ))}
          </ul>
        </div>
      </details>
      <div class="stack">
        <p class="small">
          <strong>Tools of later releases</strong>
        </p>
        <Choice name="later" value="include" now={form.later}>
          Added, if they match the methods and tags
        </Choice>
        <Choice name="later" value="exclude" now={form.later}>
          Not added
        </Choice>
      </div>
    </fieldset>
  );
}

interface ToolProps extends PickerProps {
  readonly tool: ListedTool;
  readonly isCurated: boolean;
}

function Tool({ tool, form, catalogue, isCurated }: ToolProps) {
  const entry = catalogue.index[tool.name]!;
  const tokens = tokenCost(catalogue, tool.name) ?? 0;
  return (
    <li
      data-access={entry.access}
      data-executor={executorOf(tool, entry)}
      data-tags={entry.tags.join(" ")}
      data-tokens={tokens}
      data-curated={isCurated ? "yes" : "no"}
    >
      <label class="choice">
        <input type="checkbox" name="tool" value={tool.name} checked={form.tools.has(tool.name)} />
        <span>
          <span class="mono">{tool.name}</span>
          <span class="soft">{tool.title}</span>
        </span>
        <span class="soft nowrap">{`${tokens} tokens`}</span>
      </label>
    </li>
  );
}
