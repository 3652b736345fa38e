/** @jsxRuntime automatic @jsxImportSource hono/jsx */
import { useContext } from "hono/jsx";
import { localTime, Zone } from "../zone.js";

interface ChartProps {
  /** What the bars show, for people who do not see them. */
  readonly label: string;
  readonly points: readonly { readonly at: string; readonly value: number }[];
  /** Prints a value. */
  readonly words: (value: number) => string;
  readonly isBad?: boolean;
}

const WIDTH = 240;
const HEIGHT = 40;

/** Bars over time, with the numbers of each in its title. */
export function Chart({ label, points, words, isBad }: ChartProps) {
  const zone = useContext(Zone);
  const most = Math.max(1, ...points.map(({ value }) => value));
  const step = WIDTH / points.length;
  const [first, last] = [points[0]!, points.at(-1)!];
  return (
    <>
      <svg
        class="chart"
        viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={`${label} over time, at most ${words(Math.max(...points.map(({ value }) => value)))}`}
      >
        <line x1="0" y1={HEIGHT} x2={WIDTH} y2={HEIGHT} />
        {points.map(({ at, value }, index) => {
          const height = value === 0 ? 0 : Math.max(1, (value / most) * (HEIGHT - 1));
          return (
            <rect
              class={isBad ? "errors" : undefined}
              x={round(index * step + step * 0.1)}
              y={round(HEIGHT - height)}
              width={round(step * 0.8)}
              height={round(height)}
            >
              <title>{`${localTime(at, zone)}: ${words(value)}`}</title>
            </rect>
          );
        })}
      </svg>
      <div class="ends" aria-hidden="true">
        <span>{localTime(first.at, zone).slice(5, 16)}</span>
        <span>{localTime(last.at, zone).slice(5, 16)}</span>
      </div>
    </>
  );
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
