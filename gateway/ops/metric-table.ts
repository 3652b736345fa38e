/** A counter or a histogram. */
interface Definition<Kind extends "counter" | "histogram", Label extends string> {
  readonly kind: Kind;
  readonly name: string;
  readonly help: string;
  readonly labels: readonly Label[];
  /** Upper bounds of a histogram's buckets. */
  readonly buckets?: readonly number[];
}

const counter = <const Label extends string = never>(
  name: string,
  help: string,
  labels: readonly Label[] = [],
): Definition<"counter", Label> => ({ kind: "counter", name: `standpipe_${name}`, help, labels });

const seconds = [0.005, 0.02, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60];

const histogram = <const Label extends string = never>(
  name: string,
  help: string,
  labels: readonly Label[] = [],
  buckets: readonly number[] = seconds,
): Definition<"histogram", Label> => ({
  kind: "histogram",
  name: `standpipe_${name}`,
  help,
  labels,
  buckets,
});

/**
 * What the gateway counts and times. Prometheus and OTLP both get it from here, and docs/monitoring.md lists it. No
 * label has a value that a client chooses. `bounded.ts` bounds tools and accounts.
 */
export const metricTable = {
  requests: counter("http_requests_total", "Requests answered.", ["route", "method", "status"]),
  requestSeconds: histogram("http_request_seconds", "Time of a request, streams included.", ["route"]),
  turnedAway: counter("turned_away_total", "Requests refused before they were read.", ["reason"]),
  refusals: counter("refusals_total", "Refused credentials.", ["reason"]),
  calls: counter("calls_total", "Calls of tools.", ["tool", "access", "outcome", "account"]),
  toolSeconds: counter("tool_seconds_total", "Time of calls, by tool.", [
    "tool",
    "access",
    "outcome",
    "account",
  ]),
  callSeconds: histogram("call_seconds", "Time of a call, waiting included.", ["access", "outcome"]),
  resultTokens: counter(
    "result_tokens_total",
    "Tokens of the API's answers, and of the results made from them, estimated by their bytes.",
    ["stage"],
  ),
  lookups: counter("lookups_total", "Lists read at the API to find the id of a name.", ["outcome"]),
  quotaCalls: counter("quota_calls_total", "Calls counted in a server URL's own quota.", [
    "account",
    "outcome",
  ]),
  upstreamAnswers: counter("upstream_answers_total", "Answers of the API, by HTTP status.", [
    "account",
    "status",
  ]),
  upstreamFailures: counter("upstream_failures_total", "Requests that the API did not answer.", ["account"]),
  upstreamSeconds: histogram(
    "upstream_seconds",
    "Time of a request at the API, without waiting for its turn.",
    ["account"],
  ),
  paceSeconds: histogram("pace_seconds", "Time that a request waited for its turn within the rate limit.", [
    "kind",
  ]),
  storeSeconds: histogram(
    "store_query_seconds",
    "Time of a query of the store.",
    ["outcome"],
    [...[0.001, 0.005, 0.02, 0.05, 0.1], ...[0.25, 0.5, 1, 5, 10]],
  ),
  adminTokenUses: counter(
    "admin_token_uses_total",
    "Uses of the admin token for the page or the management API, where people should sign in instead.",
  ),
  auditPruned: counter("audit_entries_pruned_total", "Audit entries deleted because of their age."),
  loopStalls: histogram(
    "loop_stall_seconds",
    "Turns of the event loop over 50 ms, in which every request waited.",
    [],
    seconds.slice(2),
  ),
} as const;

export type MetricTable = typeof metricTable;
