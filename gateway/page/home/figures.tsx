/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { Chart } from "./chart.js";
import type { Bucket, RangeUsage } from "./ranges.js";

interface Figure {
  readonly title: string;
  readonly value: (numbers: RangeUsage["total"]) => number | null;
  readonly words: (value: number) => string;
  readonly note: (numbers: RangeUsage["total"]) => string;
  readonly isBad?: boolean;
}

const number = (value: number) => value.toLocaleString("en");
const ms = (value: number) => `${number(value)} ms`;

/** The four numbers of every overview. */
const figures: readonly Figure[] = [
  { title: "Calls", value: ({ calls }) => calls, words: number, note: () => "" },
  {
    title: "Errors",
    value: ({ errors }) => errors,
    words: number,
    note: ({ calls, errors }) => (calls === 0 ? "" : `${((100 * errors) / calls).toFixed(1)}% of calls`),
    isBad: true,
  },
  {
    title: "95% of calls took at most",
    value: ({ p95_ms }) => p95_ms,
    words: ms,
    note: ({ p50_ms }) => (p50_ms === null ? "" : `Half took at most ${ms(p50_ms)}`),
  },
  {
    title: "Tokens in results",
    value: ({ tokens }) => tokens,
    words: number,
    note: ({ calls, tokens }) => (calls === 0 ? "" : `${number(Math.round(tokens / calls))} in a call`),
  },
];

/** Numbers of calls, each with its chart over time. */
export function Figures({ total, buckets }: RangeUsage) {
  return (
    <div class="figures">
      {figures.map((figure) => {
        const value = figure.value(total);
        return (
          <section class="card figure">
            <h2>{figure.title}</h2>
            <p class="big">{value === null ? "–" : figure.words(value)}</p>
            <p class="soft">{figure.note(total)}</p>
            <Chart
              label={figure.title}
              points={buckets.map((bucket: Bucket) => ({ at: bucket.at, value: figure.value(bucket) ?? 0 }))}
              words={figure.words}
              isBad={figure.isBad}
            />
          </section>
        );
      })}
    </div>
  );
}
