import { AsyncLocalStorage } from "node:async_hooks";

/** Who calls: whose token, in which request. */
export interface CallScope {
  readonly tokenId: string;
  readonly requestId: string;
  readonly address: string;
  /** URL under which the client reaches the gateway. */
  readonly publicUrl: string;
  /** Whether the token opens its server still; asked right before something is sent. */
  stillHolds(): Promise<boolean>;
}

const scopes = new AsyncLocalStorage<CallScope>();

/** Runs a request of a client; the calls that it makes can ask `callScope`. */
export function withinCallScope<Result>(scope: CallScope, run: () => Result): Result {
  return scopes.run(scope, run);
}

/** @throws Error outside of a client's request, where no call can come from */
export function callScope(): CallScope {
  const scope = scopes.getStore();
  if (!scope) throw new Error("A call came from outside of any request.");
  return scope;
}
