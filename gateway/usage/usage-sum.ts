/** Sums of an hour. */
export interface UsageSum {
  readonly hour: string;
  readonly account_id: string;
  readonly server_id: string;
  readonly actor: string;
  readonly tool: string;
  calls: number;
  errors: number;
  tokens: number;
  /** Calls in each range of durations. */
  readonly durations: number[];
}
