/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Time } from "./parts.js";

/** The end of a wait. The script counts the seconds down. */
export function Countdown({ until }: { readonly until: string }) {
  return (
    <span class="nowrap" data-countdown={until}>
      until <Time at={until} />
    </span>
  );
}
