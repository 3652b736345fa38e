/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { markWords, type Mark } from "../tool-groups.js";

const tones: Readonly<Record<Mark, string>> = {
  writes: "",
  deletes: "bad",
  pages_people: "warn",
  customer_facing: "warn",
};

/** Badges for what a tool does besides reading. */
export function Marks({ marks }: { readonly marks: readonly Mark[] }) {
  return (
    <span class="row">
      {marks.map((mark) => (
        <span class={`state ${tones[mark]}`}>{markWords[mark]}</span>
      ))}
    </span>
  );
}
