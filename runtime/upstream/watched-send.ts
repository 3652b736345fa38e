import type { Answer } from "../contract/answer.js";
import type { SpanAttributes } from "../contract/trace.js";
import { faultFrom } from "../contract/fault.js";
import type { HttpRequest } from "../request/build.js";
import { attributes, spans } from "../telemetry/names.js";
import type { Client } from "./client.js";
import type { Order } from "./order.js";
import type { UpstreamWatch } from "./upstream-watch.js";
import { SendFailure } from "./send-failure.js";

/** A shorter wait for a turn is not a step of a trace, because a span would cost more. */
const LONG_WAIT_MS = 1;

/** Times and records the wait of a request for its turn. */
export function noteWait(watch: UpstreamWatch | undefined, { read, trace }: Order, ms: number): void {
  watch?.waited(ms, !read);
  if (ms >= LONG_WAIT_MS) trace?.child(spans.pace, "internal", {}, Date.now() - ms).end();
}

/** Sends requests, and times and records each attempt. */
export function watchedSend(client: Client, watch: UpstreamWatch | undefined) {
  return async (order: Order, resends: number): Promise<Answer> => {
    const { signal, limits } = order;
    const span = sentSpan(order, resends);
    const began = performance.now();
    try {
      const answer = await client.send(withOwnHeaders(order, span), signal, limits);
      watch?.answered(answer.status, performance.now() - began);
      span?.answered(answer.status);
      return answer;
    } catch (error) {
      watch?.failed(performance.now() - began);
      span?.failed(error);
      throw error;
    }
  };
}

/** The span of one attempt to send a request. */
interface SentSpan {
  answered(status: number): void;
  failed(error: unknown): void;
  headers(): Readonly<Record<string, string>>;
}

/** Begins the span of an attempt. It has the path's template, because the URL itself contains a call's arguments. */
function sentSpan(
  { request, trace, urlTemplate }: Pick<Order, "request" | "trace" | "urlTemplate">,
  resends: number,
): SentSpan | undefined {
  if (!trace) return undefined;
  const span = trace.child(request.method, "client", aboutRequest(request, urlTemplate, resends));
  return {
    answered(status) {
      span.set({ [attributes.httpStatus]: status });
      span.end(status >= 400 ? String(status) : undefined);
    },
    failed: (error) => span.end(error instanceof SendFailure ? error.reason : faultFrom(error).kind),
    headers: () => ({ ...span.headers() }),
  };
}

/** The request with its id and its trace. Headers of the operation's own arguments win. */
function withOwnHeaders(
  { request, requestId }: Pick<Order, "request" | "requestId">,
  span: SentSpan | undefined,
): HttpRequest {
  if (requestId === undefined && !span) return request;
  const own: Record<string, string> = requestId === undefined ? {} : { "x-request-id": requestId };
  return { ...request, headers: { ...own, ...span?.headers(), ...request.headers } };
}

function aboutRequest(
  { method, url }: HttpRequest,
  template: string | undefined,
  resends: number,
): SpanAttributes {
  const { address, port } = serverOf(url);
  return {
    [attributes.httpMethod]: method,
    [attributes.urlTemplate]: template,
    [attributes.serverAddress]: address,
    [attributes.serverPort]: port,
    ...(resends > 0 ? { [attributes.resends]: resends } : {}),
  };
}

const servers = new Map<string, { readonly address: string; readonly port: number }>();

/** Parsing a URL takes as long as a span. An API has few origins. */
function serverOf(url: string) {
  const origin = /^\w+:\/\/[^/?]+/.exec(url)?.[0] ?? url;
  const known = servers.get(origin);
  if (known) return known;
  const { hostname, port, protocol } = new URL(origin);
  const server = { address: hostname, port: Number(port) || (protocol === "https:" ? 443 : 80) };
  servers.set(origin, server);
  return server;
}
