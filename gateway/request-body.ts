import type { IncomingMessage } from "node:http";
import { bodyAnswers, readBody } from "../runtime/index.js";
import type { AppContext } from "./app-parts.js";
import { badRequest, GatewayError } from "./error.js";

/** Largest body of a request, in bytes. */
const largestBody = 1_048_576;

/** In URLs, forms and JSON. PostgreSQL cannot store NUL, and no valid text has it. */
export const nul = /\0|%00|\\u0000/;

/**
 * Reads the text of a body.
 * @throws GatewayError if it is too large, too late or broken
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
 * Reads the body of a request to the app. Call it after the credential was checked, so that strangers cannot make the
 * gateway wait for slow bodies.
 * @throws GatewayError like `readText`
 */
export async function takeBody(c: AppContext, limit = largestBody): Promise<void> {
  const { incoming } = c.env;
  if (c.req.method === "GET" || c.req.method === "HEAD") return;
  const body = await readText(incoming, { limit });
  if (nul.test(body)) throw badRequest("The request contains a NUL character. Remove it.");
  const { url, method, headers } = c.req.raw;
  // Bytes, because a text would get a content type that the client did not send.
  c.req.raw = new Request(url, { method, headers, ...(body === "" ? {} : { body: Buffer.from(body) }) });
}
