/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Catalogue } from "../../../../runtime/index.js";
import { defaultOf } from "../../../server-config.js";
import { confirmClasses, serverOptions } from "../../../options/options.js";
import { FieldFault, useFault } from "../../form-faults.js";
import { Choice, Group } from "./choice.js";
import { Control, optionsIn } from "./controls.js";
import type { ServerForm } from "./input.js";

export const confirmWords: Readonly<Record<(typeof confirmClasses)[number], string>> = {
  none: "Nothing",
  delete: "Calls that delete",
  write: "Calls that change anything",
};

/** Which calls need approval, where, and by whom. */
export function Confirm({ form, catalogue }: { readonly form: ServerForm; readonly catalogue: Catalogue }) {
  const { label, default: usual } = serverOptions.confirm;
  const { confirm = usual } = form.config;
  const now = typeof confirm === "string" ? confirm : "list";
  return (
    <Group title={label}>
      {confirmClasses.map((one) => (
        <Choice name="confirm" value={one} now={String(now)}>
          {confirmWords[one]}
        </Choice>
      ))}
      <Choice name="confirm" value="list" now={String(now)} opens>
        Calls of these tools
      </Choice>
      <div class="field when">
        <label for="confirm_list">Tool names, one per line; * matches any characters</label>
        <textarea
          id="confirm_list"
          name="confirm_list"
          rows={3}
          spellcheck={false}
          {...useFault("confirm_list")}
        >
          {form.confirmList}
        </textarea>
        <FieldFault id="confirm_list" />
      </div>
      <div class="stack">
        {optionsIn("approval", "choice", "toggle").map((name) => (
          <Control name={name} value={form.config[name] ?? defaultOf(name, catalogue)} />
        ))}
      </div>
      {optionsIn("approval", "list", "number").map((name) => (
        <Control name={name} value={form.config[name]} />
      ))}
    </Group>
  );
}
