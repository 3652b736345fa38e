import type { Span, SpanAttributes } from "../contract/trace.js";
import { faultFrom } from "../contract/fault.js";
import type { HttpRequest } from "../request/build.js";
import { attributes } from "../telemetry/names.js";
import { SendFailure } from "./send-failure.js";

/** A request, and the call that it belongs to. */
interface Asked {
  readonly request: HttpRequest;
  readonly trace?: Span;
  readonly urlTemplate?: string;
  readonly requestId?: string;
}

/** The span of one attempt to send a request. */
interface SentSpan {
  answered(status: number): void;
  failed(error: unknown): void;
  headers(): Readonly<Record<string, string>>;
}

/** Begins the span of an attempt. It has the path's template, because the URL itself contains a call's arguments. */
export function sentSpan({ request, trace, urlTemplate }: Asked, resends: number): SentSpan | undefined {
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
export function withOwnHeaders({ request, requestId }: Asked, span: SentSpan | undefined): HttpRequest {
  if (requestId === undefined && !span) return request;
  const own: Record<string, string> = requestId === undefined ? {} : { "x-request-id": requestId };
  return { ...request, headers: { ...own, ...span?.headers(), ...request.headers } };
}

function aboutRequest(
  { method, url }: HttpRequest,
  template: string | undefined,
  resends: number,
): SpanAttributes {
  const { hostname, port, protocol } = new URL(url);
  return {
    [attributes.httpMethod]: method,
    [attributes.urlTemplate]: template,
    [attributes.serverAddress]: hostname,
    [attributes.serverPort]: Number(port) || (protocol === "https:" ? 443 : 80),
    ...(resends > 0 ? { [attributes.resends]: resends } : {}),
  };
}
