/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { type Catalogue, type ListedTool, tokenCost } from "../../../../runtime/index.js";
import { Choice } from "./choice.js";
import type { ServerForm } from "./input.js";

interface PickerProps {
  readonly form: ServerForm;
  readonly catalogue: Catalogue;
}

/** The list of single tools. It is long, so the form has it only when a person asks for it. */
export function Picker({ form, catalogue }: PickerProps) {
  return (
    <fieldset>
      <legend id="tools-title">Single tools</legend>
      {form.isPicked ? (
        <List {...{ form, catalogue }} />
      ) : (
        <>
          <p class="soft">The server URL has all tools that match the choices above.</p>
          <button name="pick" value="yes" formnovalidate>
            Choose single tools
          </button>
        </>
      )}
    </fieldset>
  );
}

function List({ form, catalogue }: PickerProps) {
  return (
    <>
      <input type="hidden" name="picked" value="yes" />
      <p class="soft small">The server URL has the ticked tools that match the choices above.</p>
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
      <ul class="picker" id="tool-picker" aria-label="Tools">
        {catalogue.tools.map((tool) => (
          <Tool {...{ tool, form, catalogue }} />
        ))}
      </ul>
      <div class="stack">
        <p class="small">
          <strong>Tools of later releases</strong>
        </p>
        <Choice name="later" value="include" now={form.later}>
          Added, if they match the choices above
        </Choice>
        <Choice name="later" value="exclude" now={form.later}>
          Not added
        </Choice>
      </div>
    </>
  );
}

function Tool({ tool, form, catalogue }: PickerProps & { readonly tool: ListedTool }) {
  const { access, tags, group } = catalogue.index[tool.name]!;
  return (
    <li data-access={access} data-tags={tags.join(" ")} data-group={group}>
      <label class="choice">
        <input type="checkbox" name="tool" value={tool.name} checked={form.tools.has(tool.name)} />
        <span>
          <span class="mono">{tool.name}</span>
          <span class="soft">{tool.title}</span>
        </span>
        <span class="soft nowrap">{`${tokenCost(catalogue, tool.name) ?? 0} tokens`}</span>
      </label>
    </li>
  );
}
