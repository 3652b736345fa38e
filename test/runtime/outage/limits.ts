import type { RequestListener } from "node:http";
import { expect } from "vitest";
import { json } from "../kit/stub.js";
import type { Row } from "./rows.js";

/** Each says 7 seconds in its own format. */
const SPELLINGS: Record<string, () => Record<string, string>> = {
  "Retry-After in seconds": () => ({ "retry-after": "7" }),
  "Retry-After as a date": () => ({ "retry-after": inSeven().toUTCString() }),
  "X-RateLimit-Reset as an epoch": () => ({ "x-ratelimit-reset": String(Math.ceil(+inSeven() / 1000)) }),
  "RateLimit-Reset as a delta": () => ({
    "ratelimit-limit": "50",
    "ratelimit-remaining": "0",
    "ratelimit-reset": "7",
  }),
  "the draft's RateLimit": () => ({ ratelimit: "limit=50, remaining=0, reset=7" }),
  "the later draft's RateLimit": () => ({
    ratelimit: '"default";r=0;t=7',
    "ratelimit-policy": '"default";q=50;w=10',
  }),
};

const inSeven = () => new Date(Date.now() + 7_000);

/** Seconds until a moment that is given in whole seconds. */
const aboutSeven: unknown = expect.toSatisfy((seconds: number) => [6, 7, 8].includes(seconds), "about 7");

/** What every 429 result says, and what its headers say. */
export const limited = {
  ratelimit: { limit: expect.any(Number) as number, remaining: 0, reset: aboutSeven },
  retry_after_seconds: aboutSeven,
};

export const LIMITS: Readonly<Record<string, Row>> = Object.fromEntries(
  Object.entries(SPELLINGS).map(([spelling, headers]) => {
    // Node caches the Date header, which may be seconds old on a busy machine. Moments are relative to it.
    const fault: RequestListener = (_, response) =>
      json(response, { error: "rate limit exceeded" }, 429, {
        date: new Date().toUTCString(),
        ...headers(),
      });
    const error = { kind: "rate_limited", status: 429, said: ["rate limit exceeded"], ...limited };
    return [`429 with ${spelling}`, { fault, read: { error }, write: { error } }];
  }),
);
