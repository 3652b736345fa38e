import type { IncomingMessage, ServerResponse } from "node:http";
import { isIP } from "node:net";
import { sendJson } from "../../runtime/index.js";
import { createGuard } from "../../runtime/serving.js";
import { errorBody, GatewayError } from "../error.js";
import { newId } from "../id.js";
import type { RequestContext } from "../request-context.js";
import type { Metrics } from "./metrics.js";
import { createOriginReader } from "./proxy.js";

/** Where a request belongs: a bounded name for metrics and logs, and what answers it. */
export interface Route {
  /** Without anything that a client chose: a path may hold a token. */
  readonly name: string;
  /** Answered even when there is no room, and not counted as taking any. */
  readonly isVital?: boolean;
  /** A stream without an end of its own, which takes none of the room for requests. */
  readonly isStream?: boolean;
  handle(request: IncomingMessage, response: ServerResponse, context: RequestContext): Promise<void>;
}

export interface FrontOptions {
  /** The host listened on. */
  readonly host: string;
  readonly allowedHosts: readonly string[];
  readonly trustedProxies: readonly string[];
  readonly publicUrl?: string;
  /** Requests answered at once. */
  readonly mostRequests: number;
  readonly route: (method: string, path: string) => Route;
  readonly metrics: () => Metrics;
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

/** What every request passes first: its id, headers for all answers, Host and Origin, and the bound on how many there are. */
export function createFront(options: FrontOptions): Front {
  const { publicUrl, mostRequests, route, metrics, log, report } = options;
  const named = publicUrl === undefined ? [] : [new URL(publicUrl).hostname];
  const guard = createGuard({ host: options.host, allowedHosts: [...options.allowedHosts, ...named] });
  const originOf = createOriginReader(options.trustedProxies);
  let active = 0;

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const began = performance.now();
    const { address, host, protocol } = originOf(request);
    const requestId = newId("req");
    keepHeaders(response, { ...everyAnswer, "x-request-id": requestId });
    const method = request.method ?? "";
    const chosen = route(method, pathOf(request));
    const takesRoom = !chosen.isVital && !chosen.isStream;
    if (takesRoom) active += 1;
    response.once("close", () => {
      if (takesRoom) active -= 1;
      const [status, ms] = [response.statusCode, performance.now() - began];
      metrics().requests.inc({ route: chosen.name, method: methodLabel(method), status });
      metrics().requestSeconds.observe({ route: chosen.name }, ms / 1000);
      log({
        request_id: requestId,
        route: chosen.name,
        method: methodLabel(method),
        status,
        ms: Math.round(ms),
        address,
      });
    });
    try {
      if (!methods.has(method)) throw new GatewayError(405, "There is no such method here.");
      const named = chosen.isVital && (host === undefined || isAddress(host)) ? "localhost" : host;
      const refusal = guard({ headers: { ...request.headers, host: named } } as IncomingMessage);
      if (refusal) throw turnedAway("host", new GatewayError(403, refusalMessage));
      if (takesRoom && active > mostRequests) {
        throw turnedAway("busy", new GatewayError(503, "The gateway is busy.", { "retry-after": "1" }));
      }
      const context = { requestId, address, publicUrl: publicUrl ?? `${protocol}://${host}` };
      await chosen.handle(request, response, context);
    } catch (error) {
      answerError(error, response, requestId);
    }
  }

  function turnedAway(reason: string, error: GatewayError): GatewayError {
    metrics().turnedAway.inc({ reason });
    return error;
  }

  function answerError(error: unknown, response: ServerResponse, requestId: string): void {
    const known = error instanceof GatewayError;
    if (!known) report(error as Error);
    if (response.headersSent) return void response.destroy();
    const status = known ? error.statusCode : 500;
    const message = known
      ? error.message
      : `The gateway failed; its log has more under request ${requestId}.`;
    sendJson(response, status, JSON.stringify(errorBody(status, message)), known ? error.headers : {});
  }

  const handle = (request: IncomingMessage, response: ServerResponse) =>
    void answer(request, response).catch((error: Error) => {
      report(error);
      response.destroy();
    });
  return { handle, active: () => active };
}

/** A request's path alone, decoded no further than it came. */
function pathOf({ url = "/" }: IncomingMessage): string {
  return url.split("?", 1)[0]!;
}

/** Whoever probes health may know an address alone, and no web page can bend an address to another machine. */
function isAddress(host: string | undefined): boolean {
  const name = host?.replace(/:\d+$/, "").replace(/^\[(.*)\]$/, "$1");
  return name !== undefined && isIP(name) !== 0;
}

/** URLs here may hold tokens, so nobody may learn them from a Referer or find them in a cache. */
const everyAnswer = {
  "referrer-policy": "no-referrer",
  "cache-control": "no-store",
  "x-content-type-options": "nosniff",
};

const refusalMessage =
  "The Host or Origin header names a host that this gateway isn't reached under; see STANDPIPE_ALLOWED_HOSTS.";

/** Sets headers that whatever answers can't take away or set otherwise. */
function keepHeaders(response: ServerResponse, headers: Readonly<Record<string, string>>): void {
  const writeHead = response.writeHead;
  response.writeHead = function (this: ServerResponse, ...given: unknown[]) {
    const set = given.at(-1);
    if (typeof set === "object" && set !== null && !Array.isArray(set)) {
      const fields = Object.entries(set).filter(([name]) => !Object.hasOwn(headers, name.toLowerCase()));
      given[given.length - 1] = Object.fromEntries(fields);
    }
    for (const [name, value] of Object.entries(headers)) this.setHeader(name, value);
    return writeHead.apply(this, given as Parameters<typeof writeHead>);
  };
}

const methods = new Set(["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"]);

function methodLabel(method: string): string {
  return methods.has(method) ? method : "other";
}
