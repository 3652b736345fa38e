import type { IncomingMessage } from "node:http";
import { bodyAnswers, readBody } from "../runtime/index.js";
import type { AppContext } from "./app-parts.js";
import { badRequest, GatewayError } from "./error.js";

/** Largest body of a request, in bytes. */
export const largestBody = 1_048_576;

/** In URLs, forms and JSON. PostgreSQL stores no NUL, and no client means one. */
export const nul = /\0|%00|\\u0000/;

/**
 * Reads the text of a body.
 * @throws GatewayError where it is too large, too late or broken
 */
export async function readText(
  incoming: IncomingMessage,
  options: { readonly limit?: number; readonly hold?: (bytes: number) => boolean } = {},
): Promise<string> {
  const body = await readBody(incoming, { limit: largestBody, ...options });
  if ("text" in body) return body.text;
  const { status, message, headers } = bodyAnswers[body.failed];
  throw new GatewayError(status, message, { ...headers, connection: "close" });
}

/**
 * Reads the body of a request to the app, which has none before. Call it once the credential is checked: until then, a
 * stranger could make the gateway wait for a slow body.
 * @throws GatewayError as `readText` does
 */
export async function takeBody(c: AppContext, limit = largestBody): Promise<void> {
  const { incoming } = c.env;
  if (c.req.method === "GET" || c.req.method === "HEAD") return;
  const body = await readText(incoming, { limit });
  if (nul.test(body)) throw badRequest("The request holds a NUL character. Remove it.");
  const { url, method, headers } = c.req.raw;
  // Bytes, because a text would get a content type that the client did not send.
  c.req.raw = new Request(url, { method, headers, ...(body === "" ? {} : { body: Buffer.from(body) }) });
}
