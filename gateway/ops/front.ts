import type { IncomingMessage, ServerResponse } from "node:http";
import { createCors, requestSpan, sendJson, type Tracing } from "../../runtime/index.js";
import { createGuard } from "../../runtime/serving.js";
import { errorBody, GatewayError } from "../error.js";
import { newId } from "../id.js";
import type { RequestContext } from "../request-context.js";
import type { Activity } from "./activity.js";
import type { Metrics } from "./metrics.js";
import { createOriginReader } from "./proxy.js";
import { createPathReader } from "./public-path.js";

/** The handler of a request, with a bounded name for metrics and logs. */
export interface Route {
  /** Without anything that a client chose, because a path may hold a token. */
  readonly name: string;
  /** Answered even at the request limit, and not counted in it. */
  readonly isVital?: boolean;
  /** An endless stream, which does not count in the request limit. */
  readonly isStream?: boolean;
  /** Web pages in the operator's list may use it from a browser. */
  readonly isForPages?: boolean;
  handle(request: IncomingMessage, response: ServerResponse, context: RequestContext): Promise<void>;
}

export interface FrontOptions {
  /** The host listened on. */
  readonly host: string;
  readonly allowedHosts: readonly string[];
  /** Origins of web pages that may use server URLs. */
  readonly allowedOrigins: readonly string[];
  readonly trustedProxies: readonly string[];
  readonly publicUrl?: string;
  /** Maximum requests at once. */
  readonly mostRequests: number;
  readonly route: (method: string, path: string) => Route;
  readonly metrics: Metrics;
  readonly activity: Activity;
  /** Records a span for each request, except health checks. */
  readonly tracing?: Tracing;
  readonly log: (line: RequestLine) => void;
  readonly report: (error: Error) => void;
}

interface RequestLine {
  readonly request_id: string;
  readonly route: string;
  readonly method: string;
  readonly status: number;
  readonly ms: number;
  readonly address: string;
}

export interface Front {
  handle(request: IncomingMessage, response: ServerResponse): void;
  readonly active: () => number;
}

/** Steps of every request: its id, headers of all answers, Host and Origin, and the request limit. */
export function createFront(options: FrontOptions): Front {
  const { publicUrl, mostRequests, activity, tracing, report } = options;
  const check = createCheck(options);
  const originOf = createOriginReader(options.trustedProxies);
  const urlOf = createPathReader(publicUrl);
  let active = 0;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = "" } = request;
    const requestId = newId("req");
    for (const [name, value] of everyAnswer) response.setHeader(name, value);
    response.setHeader("x-request-id", requestId);
    const { address, host, protocol } = originOf(request);
    request.url = urlOf(request);
    const route = options.route(method, request.url.split("?", 1)[0]!);
    const takesRoom = !route.isVital && !route.isStream;
    if (takesRoom) active += 1;
    noteWhenClosed({ requestId, route, method: methodLabel(method), address }, response, options);
    response.once("close", () => {
      if (takesRoom) active -= 1;
    });
    try {
      if (!methods.has(method)) throw new GatewayError(405, "Method not allowed.");
      const checked = check(route, host, request, response);
      if (checked === "foreign") throw turnedAway("host", new GatewayError(403, refusalMessage));
      if (checked === "answered") return;
      if (takesRoom && active > mostRequests)
        throw turnedAway("busy", new GatewayError(503, "The gateway is busy.", { "retry-after": "1" }));
      const trace = route.isVital ? undefined : requestSpan(tracing, request, response, route.name);
      const context = { requestId, address, publicUrl: publicUrl ?? `${protocol}://${host}`, trace };
      await activity.during(route.name, () => route.handle(request, response, context));
    } catch (error) {
      answerError(error, response, requestId, report);
    }
  }

  function turnedAway(reason: string, error: GatewayError): GatewayError {
    options.metrics.turnedAway.inc({ reason });
    return error;
  }

  const handle = (request: IncomingMessage, response: ServerResponse) =>
    void answer(request, response).catch((error: Error) => {
      report(error);
      response.destroy();
    });
  return { handle, active: () => active };
}

/** Whether a request comes from an allowed place. A browser's preflight request is answered here. */
type Check = (
  route: Route,
  host: string | undefined,
  request: IncomingMessage,
  response: ServerResponse,
) => "ours" | "foreign" | "answered";

function createCheck({ host, allowedHosts, allowedOrigins, publicUrl }: FrontOptions): Check {
  const own = publicUrl === undefined ? [] : [new URL(publicUrl)];
  const guard = createGuard({
    host,
    allowedHosts: [...allowedHosts, ...own.map(({ hostname }) => hostname)],
    origins: own.map(({ origin }) => origin),
  });
  const cors = createCors(allowedOrigins);
  return (route, askedHost, request, response) => {
    const isPage = route.isForPages && cors.isFrom(request);
    if (isPage) cors.permit(request, response);
    // A health check often uses no name of the gateway, and its answer contains no secret.
    const asked = route.isVital ? "localhost" : askedHost;
    if (guard({ host: asked, origin: isPage ? undefined : request.headers.origin })) return "foreign";
    return isPage && cors.preflight(request, response) ? "answered" : "ours";
  };
}

interface Noted {
  readonly requestId: string;
  readonly route: Route;
  readonly method: string;
  readonly address: string;
}

/** Counts, times and logs a request when its response is closed. */
function noteWhenClosed(
  { requestId, route: { name }, method, address }: Noted,
  response: ServerResponse,
  { metrics, log }: FrontOptions,
): void {
  const began = performance.now();
  response.once("close", () => {
    const { statusCode: status } = response;
    const ms = performance.now() - began;
    metrics.requests.inc({ route: name, method, status });
    metrics.requestSeconds.observe({ route: name }, ms / 1000);
    log({ request_id: requestId, route: name, method, status, ms: Math.round(ms), address });
  });
}

function answerError(
  error: unknown,
  response: ServerResponse,
  requestId: string,
  report: (error: Error) => void,
): void {
  const known = error instanceof GatewayError;
  if (!known) report(error as Error);
  if (response.headersSent) return void response.destroy();
  const status = known ? error.statusCode : 500;
  const message = known
    ? error.message
    : `Unexpected server error. The gateway's log has details under request ${requestId}.`;
  sendJson(response, status, JSON.stringify(errorBody(status, message)), known ? error.headers : {});
}

/** URLs here may hold tokens, so they must not leak through a Referer or a cache. */
const everyAnswer = Object.entries({
  "referrer-policy": "no-referrer",
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
});

const refusalMessage =
  "The Host or Origin header names a host that this gateway does not serve; see STANDPIPE_ALLOWED_HOSTS.";

const methods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

function methodLabel(method: string): string {
  return methods.has(method) ? method : "other";
}
