import { createBreaker, type BreakerOptions } from "./breaker.js";
import type { Answer } from "../contract/answer.js";
import { createClient, type ClientOptions } from "./client.js";
import { createPacer, unpaced, type PacingOptions } from "./pacing.js";
import type { RateLimit } from "../contract/outcome.js";
import { createSender, type Order } from "./retry.js";

export interface UpstreamOptions extends ClientOptions {
  /** The API's name, for messages. */
  readonly title: string;
  /** Keeps requests within the account's limit; `false` for an API that states none. */
  readonly pacing?: PacingOptions | false;
  readonly breaker?: BreakerOptions;
}

/** One account at the API: its connections, its pace and its health. Callers of the same account share one. */
export interface Upstream {
  readonly title: string;
  /** Hides the account's key, should an answer repeat it. */
  conceal(text: string): string;
  /** @throws SendFailure, Fault `busy`, or the order's signal's reason */
  send(order: Order): Promise<Answer>;
  /** The account's allowance as counted here; nothing where it isn't paced. */
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
    send: sender.send,
    allowance: pacer.allowance,
    close: client.close,
  };
}

/** A key as an answer may repeat it: as it is, within JSON, within a URL, and in base64. */
function formsOf(key: string): readonly string[] {
  const base64 = Buffer.from(key).toString("base64");
  return [...new Set([key, JSON.stringify(key).slice(1, -1), encodeURIComponent(key), base64])];
}
