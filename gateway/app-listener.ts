import type { IncomingMessage, ServerResponse } from "node:http";
import { getRequestListener, RequestError } from "@hono/node-server";
import type { App } from "./app-parts.js";
import { badRequest } from "./error.js";
import { readWholeBody } from "./request-body.js";
import type { RequestContext } from "./request-context.js";

/**
 * Answers a request of Node's with the app. Bodies are read whole and within their bound beforehand, so that no route
 * can be given more than it should hold.
 * @throws GatewayError 413 for a body that is too large
 */
export async function answerWithApp(
  app: App,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  context: RequestContext,
): Promise<void> {
  const { method, url = "/" } = incoming;
  const body = method === "GET" || method === "HEAD" ? "" : await readWholeBody(incoming);
  if (nul.test(url) || nul.test(body)) throw badRequest("The request holds a NUL character. Remove it.");
  const listener = getRequestListener((request, bindings) => app.fetch(request, { ...bindings, context }), {
    overrideGlobalObjects: false,
    // The host was checked before, and a health check needs none.
    hostname: "gateway",
    errorHandler(error) {
      throw error instanceof RequestError ? badRequest("The request's URL is not valid.") : error;
    },
  });
  // The library takes the body from here where it was read already.
  await listener(Object.assign(incoming, { rawBody: Buffer.from(body) }), outgoing);
}

/** As it stands in URLs, in forms and in JSON. PostgreSQL keeps none, and nobody means one. */
const nul = /\0|%00|\\u0000/;
