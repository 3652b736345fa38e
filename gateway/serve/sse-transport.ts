import { randomUUID } from "node:crypto";
import type { ServerResponse } from "node:http";
import type { JSONRPCMessage, Transport } from "@modelcontextprotocol/server";
import { eventHeaders, eventOf, isOpen } from "../../runtime/index.js";

/** A client that reads slower than it asks would fill the memory. */
const mostUnreadBytes = 32 * 1024 * 1024;

/** The server's end of one stream of HTTP+SSE. The client posts its messages elsewhere. */
export class SseTransport implements Transport {
  readonly sessionId: string = randomUUID();
  onmessage?: Transport["onmessage"];
  onclose?: () => void;
  onerror?: (error: Error) => void;
  readonly #response: ServerResponse;
  readonly #postPath: string;

  /** @param postPath for the client's messages; the session's id is added as its query */
  constructor(response: ServerResponse, postPath: string) {
    this.#response = response;
    this.#postPath = postPath;
  }

  start(): Promise<void> {
    this.#response.once("close", () => this.onclose?.());
    this.#response.writeHead(200, eventHeaders);
    this.#response.write(`event: endpoint\ndata: ${this.#postPath}?sessionId=${this.sessionId}\n\n`);
    return Promise.resolve();
  }

  /** Whether a message can still be sent. An ended stream can stay connected while its client reads the rest. */
  get isOpen(): boolean {
    return isOpen(this.#response);
  }

  /** A message from the client. */
  take(message: JSONRPCMessage): void {
    this.onmessage?.(message);
  }

  send(message: object): Promise<void> {
    if (!this.isOpen) return Promise.reject(new Error("The stream has ended."));
    this.#response.write(eventOf(message));
    if (this.#response.writableLength > mostUnreadBytes) this.#response.destroy();
    return Promise.resolve();
  }

  /** Keeps proxies from closing a silent stream. */
  beat(): void {
    if (this.isOpen) this.#response.write(": keepalive\n\n");
  }

  close(): Promise<void> {
    this.#response.end();
    return Promise.resolve();
  }
}
