/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { accesses, type Catalogue, tagsOf } from "../../../../runtime/index.js";
import type { ServerForm } from "./input.js";

const accessWords: Readonly<Record<(typeof accesses)[number], string>> = {
  list: "List",
  get: "Get",
  create: "Create",
  update: "Update",
  delete: "Delete",
  custom: "Other actions",
};

export function Methods({ form }: { readonly form: ServerForm }) {
  return (
    <fieldset>
      <legend id="methods-title">Methods</legend>
      <div class="chips">
        {accesses.map((access) => (
          <label class="choice">
            <input type="checkbox" name="methods" value={access} checked={form.methods.has(access)} />
            {accessWords[access]}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

export function Tags({ form, catalogue }: { readonly form: ServerForm; readonly catalogue: Catalogue }) {
  return (
    <fieldset>
      <legend id="tags-title">Tags</legend>
      <p class="soft small">If you tick none, all tags are included.</p>
      <div class="chips">
        {tagsOf(catalogue).map((tag) => (
          <label class="choice">
            <input type="checkbox" name="tags" value={tag} checked={form.tags.has(tag)} />
            {tag}
          </label>
        ))}
      </div>
    </fieldset>
  );
}
