import type { IncomingMessage } from "node:http";
import { readBody } from "../runtime/index.js";
import { badRequest, GatewayError } from "./error.js";

/** Largest body of a request, in bytes. */
const largestBody = 1_048_576;

/**
 * Reads the whole body of a request.
 * @throws GatewayError 413 for a body that is too large, 400 if the connection closed first
 */
export async function readWholeBody(request: IncomingMessage): Promise<string> {
  const body = await readBody(request, largestBody);
  if ("text" in body) return body.text;
  if (body.failed === "aborted") throw badRequest("body: the connection closed before the body was complete");
  throw new GatewayError(413, `A request's body is at most ${largestBody} bytes.`, { connection: "close" });
}
