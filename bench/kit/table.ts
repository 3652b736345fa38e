import { median, quantile } from "./measure.js";

/** A figure divided by that of a bare Node, measured in the same run, and how far single turns are from it. */
export interface Ratio {
  readonly ratio: number;
  readonly spread: number;
}

/** The ratios of this run, by what was measured. */
export const ratios: Record<string, Ratio> = {};

/** Samples are compared by the medians of at most this many turns. */
const MOST_TURNS = 10;

/** The middle ratio of turns, and half the distance between the quarter above and the quarter below. */
export function ratioOf(own: readonly number[], bare: readonly number[]): Ratio {
  const inTurn = Math.ceil(own.length / MOST_TURNS);
  const medians = (samples: readonly number[]) =>
    Array.from({ length: Math.ceil(samples.length / inTurn) }, (_, turn) =>
      median(samples.slice(turn * inTurn, (turn + 1) * inTurn)),
    );
  const least = medians(bare);
  const turns = medians(own).map((one, at) => one / least[at]!);
  const [low, middle, high] = [0.25, 0.5, 0.75].map((share) => quantile(turns, share)) as [
    number,
    number,
    number,
  ];
  const rounded = (value: number) => Math.round(value * 100) / 100;
  return { ratio: rounded(middle), spread: rounded((high - low) / 2) };
}

/** The comparison next to a figure. */
export interface Beside {
  /** Compared with the committed baseline. */
  readonly ratio?: Ratio;
  /** The baseline that it is compared with, or another note. */
  readonly against?: string;
  readonly aim?: string;
}

export function head(): void {
  print("", "figure", { against: "against", aim: "aim" });
}

/** One line of the table: the measured thing, the figure, the comparison, and the goal. */
export function row(what: string, figure: string, beside: Beside = {}): void {
  if (beside.ratio) ratios[what.trim()] = beside.ratio;
  print(what, figure, beside);
}

export function ms(value: number, digits = 0): string {
  return `${value.toFixed(digits)} ms`;
}

/** A difference, with its sign. */
export function more(difference: number): string {
  return `${difference < 0 ? "-" : "+"}${Math.abs(difference).toFixed(2)} ms`;
}

export function times(one: number, other: number, what: string): string {
  return `${(one / other).toFixed(2)} times ${what}`;
}

function print(what: string, figure: string, { against = "", aim = "" }: Beside): void {
  console.log(`${what.padEnd(46)} ${figure.padStart(14)}   ${aim.padEnd(12)} ${against}`.trimEnd());
}
