/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { ranges, type RangeName } from "./ranges.js";

/** Links to the times that numbers can be of. */
export function Ranges({ now, here }: { readonly now: RangeName; readonly here: string }) {
  return (
    <nav class="ranges" aria-label="Time">
      {(Object.keys(ranges) as RangeName[]).map((name) => (
        <a href={`${here}?range=${name}`} aria-current={name === now ? "true" : undefined}>
          {ranges[name].words}
        </a>
      ))}
    </nav>
  );
}
