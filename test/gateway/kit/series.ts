/**
 * The value of a series in Prometheus's text; NaN if there is none.
 * @param series without the prefix, such as `calls_total{tool="x"}`
 */
export function valueIn(text: string, series: string): number {
  const line = text.split("\n").find((one) => one.startsWith(`standpipe_${series} `));
  return line === undefined ? NaN : Number(line.slice(line.lastIndexOf(" ") + 1));
}
