/** Watches an account's requests, for metrics. */
export interface UpstreamWatch {
  /** A request got its turn within the rate limit. */
  waited(ms: number, isWrite: boolean): void;
  /** The API answered. The time is from sending to the end of the answer, without the wait. */
  answered(status: number, ms: number): void;
  /** No usable answer came. */
  failed(ms: number): void;
}

/** The state of an account's requests now. */
export interface UpstreamState {
  readonly waiting: { readonly reads: number; readonly writes: number };
  /** The API does not answer, so nothing is sent to it for a while. */
  readonly isOpen: boolean;
}
