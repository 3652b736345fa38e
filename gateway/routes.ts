import { bearerOf, sendJson } from "../runtime/index.js";
import { adminTokenNeeded, type Admin } from "./admin.js";
import type { App } from "./app-parts.js";
import { answerWithApp } from "./app-listener.js";
import { GatewayError } from "./error.js";
import { serverOfMetadata } from "./oauth/resource.js";
import { isBrowser } from "./ops/browser.js";
import type { Route } from "./ops/front.js";
import type { Metrics } from "./ops/metrics.js";
import type { Doorkeeper } from "./serve/doorkeeper.js";
import type { AnswerMetadata } from "./serve/metadata.js";
import { serverIn, type Shown } from "./serve/shown.js";
import { ssePostPath, type SseStreams } from "./serve/sse.js";

export interface RouteParts {
  readonly app: Pick<App, "fetch">;
  readonly admin: Admin;
  readonly doorkeeper: Doorkeeper;
  readonly streams: SseStreams;
  readonly metrics: Metrics;
  readonly answerMetadata: AnswerMetadata;
  /** Checks readiness, and returns warnings. @throws Error that says why it is not ready */
  readonly ready: () => Promise<readonly string[]>;
}

/** The handler of a method and path: MCP and operations have their own, the app handles the rest. */
export function createRoutes(parts: RouteParts): (method: string, path: string) => Route {
  const { doorkeeper, streams } = parts;
  const app = appRoutes(parts.app);
  const fixed: Readonly<Record<string, Route>> = {
    "/mcp": {
      name: "/mcp",
      isForPages: true,
      handle: (...asked) => doorkeeper.handle({ in: "header" }, ...asked),
    },
    "/sse": {
      name: "/sse",
      isStream: true,
      isForPages: true,
      handle: (...asked) => streams.open({ in: "header" }, ...asked),
    },
    [ssePostPath]: { name: ssePostPath, isForPages: true, handle: (...asked) => streams.post(...asked) },
    "/healthz": {
      name: "/healthz",
      isVital: true,
      handle: async (_request, response) => sendJson(response, 200, '{"status":"ok"}'),
    },
    "/readyz": {
      name: "/readyz",
      isVital: true,
      handle: async (_request, response) => answerReady(parts, response),
    },
    "/metrics": {
      name: "/metrics",
      isVital: true,
      handle: (request, response) => answerMetrics(parts, request, response),
    },
  };
  return (method, asked) => {
    const path = /^\/(mcp|sse)\b/.test(asked) ? asked.replace(/\/$/, "") : asked;
    const own = Object.hasOwn(fixed, path) ? fixed[path]! : undefined;
    if (own)
      return path === ssePostPath
        ? only("POST", method, own)
        : path === "/mcp"
          ? own
          : only("GET", method, own);
    const metadataOf = serverOfMetadata(path);
    if (metadataOf !== undefined) {
      const handle: Route["handle"] = (_request, response, context) =>
        parts.answerMetadata(metadataOf, response, context);
      return only("GET", method, { name: metadataRoute, isForPages: true, handle });
    }
    if (isForClients(path)) return { ...app(path), name: "/oauth", isForPages: true };
    const server = serverIn(path);
    if (server === undefined) return app(path);
    const { kind, shown, name } = server;
    if (kind === "mcp") return { name, isForPages: true, handle: byPersonOrClient(parts, shown) };
    return only("GET", method, {
      name,
      isStream: true,
      isForPages: true,
      handle: (...asked) => streams.open(shown, ...asked),
    });
  };
}

/** What a client asks the authorization server. Its user's pages are like all pages. */
function isForClients(path: string): boolean {
  return /^\/(?:\.well-known\/(?:oauth-authorization-server|openid-configuration)(?:\/|$)|oauth\/(?:token|register|revoke|introspect|keys)$)/.test(
    path,
  );
}

function byPersonOrClient({ app, doorkeeper }: RouteParts, shown: Shown): Route["handle"] {
  return (request, ...rest) =>
    request.method === "GET" && isBrowser(request.headers.accept)
      ? answerWithApp(app, request, ...rest)
      : doorkeeper.handle(shown, request, ...rest);
}

const metadataRoute = "/.well-known/oauth-protected-resource/:server";

const appNames = [
  "integrated-account",
  "servers",
  "api-tokens",
  "service-tokens",
  "connections",
  "session",
  "log",
  "openapi.json",
  "usage",
  "roles",
];

function appRoutes(app: RouteParts["app"]): (path: string) => Route {
  const handle: Route["handle"] = (request, response, context) =>
    answerWithApp(app, request, response, context);
  return (path) => {
    const first = path.split("/", 2)[1] ?? "";
    return { name: appNames.includes(first) ? `/${first}` : "/page", handle };
  };
}

function only(wanted: string, method: string, route: Route): Route {
  if (method === wanted || (wanted === "GET" && method === "HEAD" && !route.isStream)) return route;
  const handle = async () => {
    throw new GatewayError(405, `Only ${wanted} is allowed here.`, { allow: wanted });
  };
  return { ...route, isStream: false, handle };
}

async function answerReady({ ready }: RouteParts, response: Parameters<Route["handle"]>[1]): Promise<void> {
  let warnings: readonly string[];
  try {
    warnings = await ready();
  } catch (error) {
    throw new GatewayError(503, (error as Error).message, { "retry-after": "2" });
  }
  const more = warnings.length > 0 ? { warnings } : {};
  sendJson(response, 200, JSON.stringify({ status: "ready", ...more }));
}

async function answerMetrics(
  { admin, metrics }: RouteParts,
  { headers }: Parameters<Route["handle"]>[0],
  response: Parameters<Route["handle"]>[1],
): Promise<void> {
  if (!admin.isToken(bearerOf(headers.authorization))) throw adminTokenNeeded();
  const text = await metrics.text();
  response.writeHead(200, { "content-type": metrics.contentType }).end(text);
}
