/** The value of a label beyond the bound. */
const OTHER = "other";

/** Replaces values beyond the first ones, so that a label never has more than `most` and one. */
export function boundedValues(most: number): (value: string) => string {
  const seen = new Set<string>();
  return (value) => {
    if (seen.has(value)) return value;
    if (seen.size >= most) return OTHER;
    seen.add(value);
    return value;
  };
}

interface CallLabels {
  readonly tool: string;
  readonly access: string;
  readonly outcome: string;
  readonly account: string;
}

const MOST_SERIES = 5_000;

/** Bounds the combinations of a call's labels, since each is a series that Prometheus keeps. */
export function boundedCalls(accountOf: (account: string) => string): (labels: CallLabels) => CallLabels {
  const seen = new Set<string>();
  return (given) => {
    const labels = { ...given, account: accountOf(given.account) };
    const key = `${labels.tool} ${labels.outcome} ${labels.account}`;
    if (seen.has(key)) return labels;
    if (seen.size >= MOST_SERIES) return { ...labels, tool: OTHER, account: OTHER };
    seen.add(key);
    return labels;
  };
}
