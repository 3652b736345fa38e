import { AsyncLocalStorage } from "node:async_hooks";

/** What is known of a request before anyone looks into it. */
export interface RequestContext {
  readonly requestId: string;
  /** The client's address; what a named proxy says of it, where one is in front. */
  readonly address: string;
  /** URL under which the client reaches the gateway, without a slash at its end. */
  readonly publicUrl: string;
}

const current = new AsyncLocalStorage<RequestContext>();

/** Runs what a request asks for; everything below it can ask `requestContext`. */
export function withinRequest<Result>(context: RequestContext, run: () => Result): Result {
  return current.run(context, run);
}

/** The request that is being answered; none where the gateway acts by itself. */
export function requestContext(): RequestContext | undefined {
  return current.getStore();
}
