import type { ServerResponse } from "node:http";

/** The answering of one JSON-RPC request over HTTP: JSON, or a stream of events once there is more to say. */
export interface Exchange {
  /** Aborts when the client goes away or cancels. */
  readonly signal: AbortSignal;
  cancel(): void;
  /** Sends a message before the answer. */
  notify(message: object): void;
  /** Sends the answer, and with it the last of the exchange. A stream that has begun takes no more headers. */
  end(message: object, headers?: Readonly<Record<string, string>>): void;
}

/** Proxies drop a connection on which nothing is said for a minute or less. */
const silenceMs = 15_000;

export function openExchange(response: ServerResponse): Exchange {
  const gone = new AbortController();
  let streaming = false;
  const stream = () => {
    if (streaming || response.destroyed) return;
    streaming = true;
    response.writeHead(200, eventHeaders);
  };
  const heartbeat = setInterval(() => {
    stream();
    response.write(": keepalive\n\n");
  }, silenceMs);
  response.on("close", () => {
    clearInterval(heartbeat);
    if (!response.writableFinished) gone.abort();
  });
  return {
    signal: gone.signal,
    cancel: () => gone.abort(),
    notify(message) {
      stream();
      response.write(event(message));
    },
    end(message, headers) {
      clearInterval(heartbeat);
      if (response.destroyed) return;
      if (streaming) response.end(event(message));
      else sendJson(response, 200, JSON.stringify(message), headers);
    },
  };
}

/** Answers with JSON that is text already. */
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

/** Headers of a stream of events. */
export const eventHeaders = {
  "content-type": "text/event-stream",
  "cache-control": "no-store, no-transform",
  "x-accel-buffering": "no",
};

function event(message: object): string {
  return `event: message\ndata: ${JSON.stringify(message)}\n\n`;
}
