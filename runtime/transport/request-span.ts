import type { IncomingMessage, ServerResponse } from "node:http";
import type { Span, Tracing } from "../contract/trace.js";
import { attributes } from "../telemetry/names.js";
import { forwarding, traceHeadersIn } from "../telemetry/trace-headers.js";

/**
 * The span of an HTTP request, which ends with its response. Without tracing, the client's own trace is only passed on.
 * @param route without anything that a client chose
 */
export function requestSpan(
  tracing: Tracing | undefined,
  { method = "", headers }: IncomingMessage,
  response: ServerResponse,
  route: string,
): Span | undefined {
  const given = traceHeadersIn(headers);
  if (!tracing) return given && forwarding(given);
  const about = { [attributes.httpMethod]: method, [attributes.httpRoute]: route };
  const span = tracing.begin(`${method} ${route}`, "server", { headers: given }, about);
  response.once("close", () => {
    const { statusCode } = response;
    span.set({ [attributes.httpStatus]: statusCode });
    span.end(statusCode >= 500 ? String(statusCode) : undefined);
  });
  return span;
}
