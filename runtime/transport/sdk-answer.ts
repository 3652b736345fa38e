import type { IncomingMessage, ServerResponse } from "node:http";
import { toNodeHandler } from "@modelcontextprotocol/node";
import type { McpHttpHandler } from "@modelcontextprotocol/server";
import { createParser } from "eventsource-parser";
import { parsedJson } from "../values/json.js";
import { isRecord } from "../values/record.js";
import type { Accepted } from "./accept.js";
import { eventHeaders, eventOf } from "./exchange.js";

/** A message or a batch for the SDK. */
export interface ForSdk {
  readonly message: unknown;
  /** Answers to the refused messages of a batch. They come before the SDK's answers. */
  readonly refusals: readonly object[];
  readonly accepted: Accepted;
}

/** Lets the SDK answer a request, in the form that the client accepts. */
export async function answerBySdk(
  sdk: McpHttpHandler,
  report: (error: Error) => void,
  [request, response]: readonly [IncomingMessage, ServerResponse],
  { message, refusals, accepted }: ForSdk,
): Promise<void> {
  const fetch: McpHttpHandler["fetch"] = async (asked, options) => {
    const headers = new Headers(asked.headers);
    headers.set("accept", "application/json, text/event-stream");
    const answer = await sdk.fetch(new Request(asked, { headers }), options);
    // Node decides whether the connection stays open, because the client may have asked to close it.
    answer.headers.delete("connection");
    if (answer.status === 202 && refusals.length > 0) return Response.json(refusals);
    if (!isStream(answer)) return answer;
    answer.headers.set("cache-control", eventHeaders["cache-control"]);
    return accepted === "stream"
      ? begunBy(refusals, answer)
      : asJson(answer, Array.isArray(message), refusals);
  };
  await toNodeHandler({ fetch }, { onerror: report })(request, response, message);
}

function isStream({ headers }: Response): boolean {
  return headers.get("content-type")?.startsWith("text/event-stream") ?? false;
}

/** The same stream, with other messages first. */
function begunBy(messages: readonly object[], { status, headers, body }: Response): Response {
  if (messages.length === 0) return new Response(body, { status, headers });
  const first = new TextEncoder().encode(messages.map(eventOf).join(""));
  const start = (out: TransformStreamDefaultController<Uint8Array>) => out.enqueue(first);
  return new Response(body!.pipeThrough(new TransformStream({ start })), { status, headers });
}

/** The answers of a stream as JSON, without progress and questions. */
async function asJson(answer: Response, isBatch: boolean, refusals: readonly object[]): Promise<Response> {
  const answers: object[] = [...refusals];
  const parser = createParser({
    onEvent({ data }) {
      const message = parsedJson(data);
      if (isRecord(message) && message["method"] === undefined) answers.push(message);
    },
  });
  parser.feed(await answer.text());
  return Response.json(isBatch ? answers : answers[0], { status: answer.status });
}
