import type { ServerResponse } from "node:http";
import { Cancellation, type CancelSignal } from "../contract/cancellation.js";

/** The answer to one JSON-RPC request over HTTP: JSON, or a stream of events if there are several messages. */
export interface Exchange {
  /** Aborts if the client disconnects or cancels. */
  readonly signal: CancelSignal;
  /** Ends the request for a client that expects no answer any more. The answer that still comes is not sent. */
  cancel(): void;
  /** Sends a message before the answer. */
  notify(message: object): void;
  /** Sends the answer and ends the exchange. A stream that has begun can send no more headers. */
  end(message: object, headers?: Readonly<Record<string, string>>): void;
}

/** Proxies close connections that are silent for about a minute. */
const silenceMs = 15_000;

/** @param canStream whether the client reads streams; otherwise it gets only the answer */
export function openExchange(response: ServerResponse, canStream: boolean): Exchange {
  const gone = new Cancellation();
  let streaming = false;
  let isCancelled = false;
  const write = (text: string) => {
    if (!canStream || !isOpen(response)) return;
    if (!streaming) response.writeHead(200, eventHeaders);
    streaming = true;
    response.write(text);
  };
  const heartbeat = setInterval(() => write(": keepalive\n\n"), silenceMs);
  response.on("close", () => {
    clearInterval(heartbeat);
    if (!response.writableFinished) gone.abort();
  });
  return {
    signal: gone,
    cancel() {
      isCancelled = true;
      gone.abort();
    },
    notify: (message) => write(eventOf(message)),
    end(message, headers) {
      clearInterval(heartbeat);
      if (!isOpen(response)) return;
      if (isCancelled) return endUnanswered(response);
      if (streaming) response.end(eventOf(message));
      else sendJson(response, 200, JSON.stringify(message), headers);
    },
  };
}

/** MCP answers no cancelled request. Clients report an answer as a fault, because they no longer know its id. */
function endUnanswered(response: ServerResponse): void {
  if (!response.headersSent) response.writeHead(202);
  response.end();
}

/** Whether a response still takes text. Writing to one that has ended is an error that stops the process. */
export function isOpen(response: ServerResponse): boolean {
  return !response.writableEnded && !response.destroyed;
}

/** Answers with JSON text. */
export function sendJson(
  response: ServerResponse,
  status: number,
  json: string,
  headers: Readonly<Record<string, string>> = {},
): void {
  const length = Buffer.byteLength(json);
  response
    .writeHead(status, { "content-type": "application/json", "content-length": length, ...headers })
    .end(json);
}

/** Answers with an error without a request id. */
export function sendError(
  response: ServerResponse,
  { status, code = -32000, message, headers }: ErrorAnswer,
): void {
  const error = { jsonrpc: "2.0", id: null, error: { code, message } };
  sendJson(response, status, JSON.stringify(error), headers);
}

export interface ErrorAnswer {
  readonly status: number;
  /** JSON-RPC's code. */
  readonly code?: number;
  readonly message: string;
  readonly headers?: Readonly<Record<string, string>>;
}

/** The headers of a stream of events. Proxies must not cache or buffer it. */
export const eventHeaders = {
  "content-type": "text/event-stream",
  "cache-control": "no-store, no-transform",
  "x-accel-buffering": "no",
};

/** A message as an event of a stream. */
export function eventOf(message: object): string {
  return `event: message\ndata: ${JSON.stringify(message)}\n\n`;
}
