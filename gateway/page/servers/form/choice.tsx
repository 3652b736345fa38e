/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import type { Child } from "hono/jsx";

/** A group of fields with a title. */
export function Group({ title, children }: { readonly title: string; readonly children: Child }) {
  return (
    <fieldset>
      <legend>{title}</legend>
      <div class="stack">{children}</div>
    </fieldset>
  );
}

interface ChoiceProps {
  readonly name: string;
  readonly value: string;
  /** The one that is chosen. */
  readonly now: string;
  readonly opens?: boolean;
  readonly children: Child;
}

/** One of several alternatives. */
export function Choice({ name, value, now, opens, children }: ChoiceProps) {
  return (
    <label class="choice">
      <input
        type="radio"
        name={name}
        value={value}
        checked={value === now}
        data-opens={opens ? "" : undefined}
      />
      <span>{children}</span>
    </label>
  );
}
