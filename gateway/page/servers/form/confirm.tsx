/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Choice, Group } from "./choice.js";
import type { ServerForm } from "./input.js";

/** Which calls a person is asked about. */
export function Confirm({ form }: { readonly form: ServerForm }) {
  const { confirm = "none" } = form.config;
  const now = typeof confirm === "string" ? confirm : "list";
  return (
    <Group title="Ask a person before">
      <Choice name="confirm" value="none" now={now}>
        Nothing
      </Choice>
      <Choice name="confirm" value="delete" now={now}>
        Anything is deleted
      </Choice>
      <Choice name="confirm" value="write" now={now}>
        Anything is changed
      </Choice>
      <Choice name="confirm" value="list" now={now} opens>
        Calls of these tools
      </Choice>
      <div class="field when">
        <label for="confirm_list">Tool names, one to a line; * stands for anything</label>
        <textarea id="confirm_list" name="confirm_list" rows={3} spellcheck={false}>
          {form.confirmList}
        </textarea>
      </div>
    </Group>
  );
}
