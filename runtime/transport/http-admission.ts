import type { IncomingHttpHeaders, IncomingMessage } from "node:http";
import { isJsonContentType } from "@modelcontextprotocol/server";
import { acceptedBy, type Accepted } from "./accept.js";
import { admitText, type Admitted } from "./admission.js";
import { batchRevision } from "./batches.js";
import { bodyAnswers, readBody } from "./body.js";
import type { ErrorAnswer } from "./exchange.js";

/** Largest request body, in bytes. */
export const bodyLimit = 1_048_576;

/** The content of a request, or the answer that refuses it. */
type AdmittedRequest =
  { readonly admitted: Admitted; readonly accepted: Accepted } | { readonly refusal: ErrorAnswer };

/** Checks a request's method and headers, then reads its body. */
export async function admitRequest(
  request: IncomingMessage,
  hold?: (bytes: number) => boolean,
): Promise<AdmittedRequest> {
  const { method, headers } = request;
  if (method !== "POST") return { refusal: wrongMethod };
  if (!isJsonContentType(headers["content-type"] ?? null)) return { refusal: wrongType };
  const accepted = acceptedBy(headers.accept);
  if (accepted === undefined) return { refusal: noJson };
  const body = await readBody(request, { limit: bodyLimit, hold });
  if ("failed" in body) {
    const { headers: more, ...answer } = bodyAnswers[body.failed];
    return { refusal: { ...answer, headers: { ...more, connection: "close" } } };
  }
  const admitted = admitText(body.text);
  const isStream = "message" in admitted && admitted.message["method"] === "subscriptions/listen";
  return isStream && accepted === "json" ? { refusal: noStream } : { admitted, accepted };
}

const wrongMethod = { status: 405, message: "Method not allowed. Send POST.", headers: { allow: "POST" } };
const wrongType = { status: 415, message: "Content-Type must be application/json." };
const noJson = { status: 406, message: "Accept must allow application/json." };
const noStream = { status: 406, message: "Accept must name text/event-stream too: this answer is a stream." };

/** Clients of the revision with batches send no revision header. Later clients must send it. */
export function hasBatches(headers: IncomingHttpHeaders): boolean {
  const revision = headers["mcp-protocol-version"];
  return revision === undefined || revision === batchRevision;
}
