import type { IncomingMessage, ServerResponse } from "node:http";
import type { App } from "./app.js";
import { badRequest } from "./error.js";
import { nul } from "./request-body.js";
import type { RequestContext } from "./request-context.js";

/** Answers a request of Node's with the app. Routes read the body, after they have checked the credential. */
export async function answerWithApp(
  app: App,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
  context: RequestContext,
): Promise<void> {
  const { method = "GET", url = "/" } = incoming;
  if (nul.test(url)) throw badRequest("The request holds a NUL character. Remove it.");
  const request = new Request(urlOf(incoming), { method, headers: headersOf(incoming) });
  const response = await app.fetch(request, { incoming, outgoing, context });
  for (const [name, value] of response.headers) if (name !== "set-cookie") outgoing.setHeader(name, value);
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) outgoing.setHeader("set-cookie", cookies);
  const content = Buffer.from(await response.arrayBuffer());
  if (response.status !== 204) outgoing.setHeader("content-length", content.length);
  outgoing.writeHead(response.status).end(method === "HEAD" ? undefined : content);
}

/** The host was checked before, and routes go by the path alone. */
function urlOf({ url = "/" }: IncomingMessage): string {
  const [path, query] = [url.split("?", 1)[0]!, url.slice(url.split("?", 1)[0]!.length)];
  return `http://gateway${path.startsWith("/") ? path : "/"}${query}`;
}

function headersOf({ headers }: IncomingMessage): Headers {
  const pairs = Object.entries(headers).flatMap(([name, value]) =>
    [value ?? []].flat().map((one): [string, string] => [name, one]),
  );
  return new Headers(pairs);
}
