/** @jsxRuntime automatic @jsxImportSource hono/jsx */

/** The end of a form that asks a person for consent. The Enter key presses the first button. */
export function RefuseOrAgree({ value, children }: { readonly value: string; readonly children: string }) {
  return (
    <div class="row">
      <button name="decision" value="refuse">
        Refuse
      </button>
      <button name="decision" value={value}>
        {children}
      </button>
    </div>
  );
}
