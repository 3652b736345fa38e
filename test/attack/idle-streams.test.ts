import { afterAll, beforeAll, expect, it } from "vitest";
import { makeAccount, makeServer } from "../gateway/kit/requests.js";
import { startTarget, type Target } from "./kit/target.js";

/* Streams of old clients that say nothing. Each must still notice that its server URL is revoked. */

const [ACCOUNTS, STREAMS, SECONDS] = [4, 100, 3];
/** A plain loop takes about 2 ms, so this is a tenth of a core. */
const MOST_LOOPS_PER_SECOND = 50;

let target: Target;
const leave = new AbortController();
beforeAll(async () => void (target = await startTarget()), 120_000);
afterAll(async () => {
  leave.abort();
  await target?.stop();
});

it("400 idle streams cost the gateway little time", { timeout: 120_000 }, async () => {
  for (let at = 0; at < ACCOUNTS; at += 1) {
    const account = await makeAccount(target.gateway, target.upstream.url, `Idle${at}`);
    const { url } = await makeServer(target.gateway, account);
    const opened = Array.from({ length: STREAMS }, async () => {
      const stream = await fetch(url.replace("/mcp/", "/sse/"), { signal: leave.signal });
      // Node ends a stream that nobody reads, at some time.
      void stream.text().catch(() => {});
      return stream.status;
    });
    expect(new Set(await Promise.all(opened))).toEqual(new Set([200]));
  }
  const before = await target.loop.worst();
  await new Promise((resolve) => setTimeout(resolve, SECONDS * 1_000));
  const { spentMs, loopMs } = await target.loop.worst();
  const perSecond = (spentMs - before.spentMs) / loopMs / SECONDS;
  console.log(`${ACCOUNTS * STREAMS} idle streams cost ${perSecond.toFixed(1)} plain loops a second.`);
  const { body } = await target.gateway.ask<string>("GET", "/metrics");
  expect(body).toMatch(new RegExp(`^standpipe_sse_streams ${ACCOUNTS * STREAMS}$`, "m"));
  expect(perSecond).toBeLessThan(MOST_LOOPS_PER_SECOND);
});
