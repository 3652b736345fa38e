/** The comparison next to a figure. */
export interface Beside {
  /** The baseline that it is compared with, or another note. */
  readonly against?: string;
  readonly aim?: string;
}

export function head(): void {
  print("", "figure", { against: "against", aim: "aim" });
}

/** One line of the table: the measured thing, the figure, the comparison, and the goal. */
export function row(what: string, figure: string, beside: Beside = {}): void {
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
