import type { IncomingMessage, ServerResponse } from "node:http";
import { getRequestListener, RequestError } from "@hono/node-server";
import type { App } from "./app-parts.js";
import { badRequest } from "./error.js";
import { nul } from "./request-body.js";
import type { RequestContext } from "./request-context.js";

/** Answers a request of Node with the app. Routes read the body after they have checked the credential. */
export async function answerWithApp(
  app: Pick<App, "fetch">,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  context: RequestContext,
): Promise<void> {
  if (nul.test(incoming.url ?? "")) throw badRequest("The request contains a NUL character. Remove it.");
  const listener = getRequestListener((request, bindings) => app.fetch(request, { ...bindings, context }), {
    overrideGlobalObjects: false,
    // Node itself closes the connection if no route has read the body.
    autoCleanupIncoming: false,
    // The host was checked before, and a health check needs none.
    hostname: "gateway",
    errorHandler(error) {
      throw error instanceof RequestError ? badRequest("The request's URL is not valid.") : error;
    },
  });
  await listener(incoming, outgoing);
}
