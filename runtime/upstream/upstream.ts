import { createBreaker, type BreakerOptions } from "./breaker.js";
import type { Answer } from "../contract/answer.js";
import { createClient, type ClientOptions } from "./client.js";
import { createPacer, unpaced, type PacingOptions } from "./pacing.js";
import type { RateLimit } from "../contract/outcome.js";
import { createSender, type Order } from "./retry.js";
import { watched } from "./watched.js";

export interface UpstreamOptions extends ClientOptions {
  /** The API's name, for messages. */
  readonly title: string;
  /** Keeps requests within the account's limit; `false` for an API without a limit. */
  readonly pacing?: PacingOptions | false;
  readonly breaker?: BreakerOptions;
}

/** One account at the API: its connections, rate limit and health. Callers of the same account share one. */
export interface Upstream {
  readonly title: string;
  /** Redacts the account's key, in case an answer repeats it. */
  conceal(text: string): string;
  /** @throws SendFailure, Fault `busy`, or the order's signal's reason */
  send(order: Order): Promise<Answer>;
  /** The account's allowance by our own count; undefined if it is not paced. */
  allowance(): Required<RateLimit> | undefined;
  close(): Promise<void>;
}

export function createUpstream({ title, pacing, breaker, ...options }: UpstreamOptions): Upstream {
  const client = createClient(options);
  const pacer = pacing === false ? unpaced : createPacer(title, pacing);
  const sender = createSender({ title, client, pacer, breaker: createBreaker(title, breaker) });
  const concealed = options.key ? formsOf(options.key.value) : [];
  return {
    title,
    conceal: (text) =>
      concealed.reduce(
        (left, form) => (left.includes(form) ? left.replaceAll(form, "[redacted]") : left),
        text,
      ),
    send: watched(sender.send),
    allowance: pacer.allowance,
    close: client.close,
  };
}

/** Forms in which an answer may repeat a key: plain, in JSON, in a URL, and in base64. */
function formsOf(key: string): readonly string[] {
  const base64 = Buffer.from(key).toString("base64");
  return [...new Set([key, JSON.stringify(key).slice(1, -1), encodeURIComponent(key), base64])];
}
