import { createBreaker, type BreakerOptions } from "./breaker.js";
import type { Answer } from "../contract/answer.js";
import { createClient, type ClientOptions } from "./client.js";
import { createPacer, unpaced, type PacingOptions } from "./pacing.js";
import type { RateLimit } from "../contract/outcome.js";
import { createSender, type Order } from "./retry.js";

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
    send: sender.send,
    allowance: pacer.allowance,
    close: client.close,
  };
}

/** Forms in which an answer may repeat a key: plain, in JSON (within JSON), a URL, HTML and base64. Longest first. */
function formsOf(key: string): readonly string[] {
  const inJson = (text: string) => JSON.stringify(text).slice(1, -1);
  const quoted = [inJson(key), inJson(inJson(key)), inJson(inJson(inJson(key)))];
  const plain = [key, ...quoted, encodeURIComponent(key), ...entities.map((one) => inHtml(key, one))];
  const base64 = [0, 1, 2].flatMap((offset) => base64At(key, offset));
  const forms = [
    ...plain,
    ...base64,
    ...base64.map((form) => form.replaceAll("+", "-").replaceAll("/", "_")),
  ];
  return [...new Set(forms)].sort((one, other) => other.length - one.length);
}

/** The different ways in which HTML escapes special characters. */
const entities: readonly Readonly<Record<string, string>>[] = [
  { "&": "&amp;", "<": "&lt;", ">": "&gt;" },
  { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" },
  { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" },
  { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#x27;" },
  { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&#34;", "'": "&#39;" },
];

function inHtml(text: string, written: Readonly<Record<string, string>>): string {
  return text.replace(/[&<>"']/g, (sign) => written[sign] ?? sign);
}

/** Short runs of base64 occur by chance. */
const LEAST_BASE64 = 12;

/** The characters of a key's base64 that are always the same, for a number of bytes before it (modulo 3). */
function base64At(key: string, offset: number): string[] {
  const bytes = Buffer.concat([Buffer.alloc(offset), Buffer.from(key)]);
  const whole = bytes.length % 3 === 0 ? undefined : -1;
  const form = bytes.toString("base64").replaceAll("=", "");
  const own = form.slice(offset === 0 ? 0 : offset + 1, whole);
  return own.length >= LEAST_BASE64 ? [own] : [];
}
