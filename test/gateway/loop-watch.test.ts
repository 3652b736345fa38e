import { afterAll, beforeAll, expect, it } from "vitest";
import { startTestGateway, type TestGateway } from "./kit/gateway.js";

let on: TestGateway;
beforeAll(async () => void (on = await startTestGateway()));
afterAll(() => on.stop());

async function stalls(): Promise<number> {
  const { body } = await on.ask<string>("GET", "/metrics");
  return Number(/^standpipe_loop_stall_seconds_count (\d+)/m.exec(body)![1]);
}

it("counts and logs when something holds up the event loop", async () => {
  const before = await stalls();
  const end = performance.now() + 200;
  while (performance.now() < end);
  while ((await stalls()) === before) await new Promise((resolve) => setTimeout(resolve, 20));
  expect(on.logged()).toMatch(/"worst_ms":\d+.*The event loop was held up/);
});
