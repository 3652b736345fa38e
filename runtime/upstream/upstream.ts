import { createBreaker, type BreakerOptions } from "./breaker.js";
import type { Answer } from "../contract/answer.js";
import { createConcealer } from "./auth/conceal.js";
import { createClient, type ClientOptions } from "./client.js";
import { createPacer, unpaced, type PacingOptions } from "./pacing.js";
import type { RateLimit } from "../contract/outcome.js";
import type { Order } from "./order.js";
import { createSender } from "./retry.js";
import type { UpstreamState, UpstreamWatch } from "./upstream-watch.js";

export interface UpstreamOptions extends ClientOptions {
  /** The API's name, for messages. */
  readonly title: string;
  /** Keeps requests within the account's limit; `false` for an API without a limit. */
  readonly pacing?: PacingOptions | false;
  readonly breaker?: BreakerOptions;
  readonly watch?: UpstreamWatch;
}

/** One account at the API: its connections, rate limit and health. Callers of the same account share one. */
export interface Upstream {
  readonly title: string;
  /** Hides the account's credentials, should an answer repeat them. */
  conceal(text: string): string;
  /** @throws SendFailure, Fault `busy`, or the order's signal's reason */
  send(order: Order): Promise<Answer>;
  /** The account's allowance by our own count; undefined if it is not paced. */
  allowance(): Required<RateLimit> | undefined;
  state(): UpstreamState;
  close(): Promise<void>;
}

export function createUpstream({
  title,
  pacing,
  breaker: breaking,
  watch,
  ...options
}: UpstreamOptions): Upstream {
  const client = createClient({ title, ...options });
  const pacer = pacing === false ? unpaced : createPacer(title, pacing);
  const breaker = createBreaker(title, breaking);
  const sender = createSender({ title, client, pacer, breaker, watch });
  return {
    title,
    conceal: createConcealer(client.secrets),
    send: sender.send,
    allowance: pacer.allowance,
    state: () => ({ waiting: pacer.waiting(), isOpen: breaker.isOpen() }),
    close: client.close,
  };
}
