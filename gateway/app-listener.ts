import type { IncomingMessage, ServerResponse } from "node:http";
import { readBody } from "../runtime/index.js";
import { largestBody, type App } from "./app.js";
import { badRequest, GatewayError } from "./error.js";
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
  const { method = "GET", url = "/" } = incoming;
  const body = method === "GET" || method === "HEAD" ? undefined : await bodyOf(incoming);
  if (nul.test(url) || (body !== undefined && nul.test(body)))
    throw badRequest("The request holds a NUL character. Remove it.");
  const request = new Request(urlOf(incoming), { method, headers: headersOf(incoming), body });
  const response = await app.fetch(request, { incoming, outgoing, context });
  for (const [name, value] of response.headers) if (name !== "set-cookie") outgoing.setHeader(name, value);
  const cookies = response.headers.getSetCookie();
  if (cookies.length > 0) outgoing.setHeader("set-cookie", cookies);
  const content = Buffer.from(await response.arrayBuffer());
  if (response.status !== 204) outgoing.setHeader("content-length", content.length);
  outgoing.writeHead(response.status).end(method === "HEAD" ? undefined : content);
}

/** As it stands in URLs, in forms and in JSON. PostgreSQL keeps none, and nobody means one. */
const nul = /\0|%00|\\u0000/;

async function bodyOf(incoming: IncomingMessage): Promise<string | undefined> {
  const body = await readBody(incoming, largestBody);
  if ("text" in body) return body.text === "" ? undefined : body.text;
  if (body.failed === "aborted") throw badRequest("body: the connection closed before the body was complete");
  throw new GatewayError(413, `A request's body is at most ${largestBody} bytes.`, { connection: "close" });
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
