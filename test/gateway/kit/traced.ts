import { afterAll, beforeAll, beforeEach } from "vitest";
import { createConsent } from "../../../gateway/consent/consent.js";
import { startApiStub, type ApiStub } from "./api-stub.js";
import { makeAccount, pacedApi, startTestGateway, type TestGateway } from "./gateway.js";
import { recordSpans } from "./spans.js";

export const spans = recordSpans();
export let stub: ApiStub;
export let on: TestGateway;
export let account: string;
beforeAll(async () => {
  stub = await startApiStub();
  on = await startTestGateway({
    settings: { baseUrls: [stub.url] },
    apis: [pacedApi({ requests: 10, seconds: 2 })],
    tracing: spans.tracing,
    consent: createConsent,
  });
  account = await makeAccount(on, stub.url);
});
afterAll(async () => {
  await on.stop();
  await stub.close();
});
beforeEach(() => {
  spans.reset();
  stub.arrived.length = 0;
});

/** A trace that a client began, and its header. */
export function clientTrace() {
  const span = spans.tracer.startSpan("agent");
  const { traceId, spanId } = span.spanContext();
  return { span, traceId, spanId, traceparent: `00-${traceId}-${spanId}-01` };
}

export const uuid = "00000000-0000-4000-8000-0000000000aa";
