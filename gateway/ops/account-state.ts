/** The state of an account's requests now. */
export interface AccountState {
  readonly id: string;
  /** The account as a label. */
  readonly account: string;
  readonly waiting: { readonly reads: number; readonly writes: number };
  /** Requests left within the rate limit; undefined for an API without one. */
  readonly left: number | undefined;
  readonly isOpen: boolean;
}
