import { randomUUID } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { canShowForms } from "../mcp/asking.js";
import { canOpenPages } from "../mcp/pages.js";
import { isId } from "./id-scan.js";

/*
 * Clients of revisions before 2026-07-28 send their name and capabilities only at the start. No process remembers them.
 * Instead they get a session id that contains whether they can show a form or open a page, and send it with each request. It gives no
 * access. It only separates their requests from others with the same ids.
 */
export const sessionHeader = "mcp-session-id";
const askablePrefix = "asks-";
const openingPart = "opens-";

/**
 * The session id for a new client; undefined for other messages.
 * @param canAsk whether the server can receive its person's answers
 */
export function sessionFor(message: unknown, canAsk: boolean): string | undefined {
  const { method, params } = (message ?? {}) as { method?: unknown; params?: { capabilities?: unknown } };
  if (method !== "initialize") return undefined;
  const capabilities = canAsk ? params?.capabilities : undefined;
  const asks = canShowForms(capabilities) ? askablePrefix : "";
  return asks + (canOpenPages(capabilities) ? openingPart : "") + randomUUID();
}

export function isAskable(headers: IncomingHttpHeaders): boolean {
  return sessionOf(headers)?.startsWith(askablePrefix) ?? false;
}

/** Whether the client can open a page for its person. */
export function isOpening(headers: IncomingHttpHeaders): boolean {
  return /^(asks-)?opens-/.test(sessionOf(headers) ?? "");
}

/** Sends cancellations to their calls. A key belongs to one call of one client. */
export interface Cancels {
  /** Cancels the call of a key, wherever it runs. */
  announce(key: string): void;
  /** Runs `end` when the call of a key is cancelled. @returns a function that removes the call */
  on(key: string, end: () => void): () => void;
}

/** Running calls that a message of their client can cancel. Clients of later revisions disconnect instead. */
export interface Cancellable {
  /** @returns a function that removes the call */
  add(headers: IncomingHttpHeaders, id: string | number, end: () => void): () => void;
  /** Whether a message was a cancellation, which is then published. */
  cancel(headers: IncomingHttpHeaders, message: unknown): boolean;
  /** Ends what was added with this id, such as the wait for a page. */
  end(headers: IncomingHttpHeaders, id: string): void;
}

export function createCancellable(cancels: Cancels): Cancellable {
  const end = (headers: IncomingHttpHeaders, id: string | number) => {
    const key = keyOf(headers, id);
    if (key !== undefined) cancels.announce(key);
    return key !== undefined;
  };
  return {
    end,
    add(headers, id, end) {
      const key = keyOf(headers, id);
      return key === undefined ? () => {} : cancels.on(key, end);
    },
    cancel(headers, message) {
      const { jsonrpc, method, params } = (message ?? {}) as Cancellation;
      if (jsonrpc !== "2.0" || method !== "notifications/cancelled" || !isId(params?.requestId)) return false;
      return end(headers, params.requestId);
    },
  };
}

interface Cancellation {
  readonly jsonrpc?: unknown;
  readonly method?: unknown;
  readonly params?: { readonly requestId?: unknown };
}

/** Cancellations of calls in this process. */
export function ownCancels(): Cancels {
  const underWay = new Map<string, () => void>();
  return {
    announce: (key) => underWay.get(key)?.(),
    on(key, end) {
      underWay.set(key, end);
      return () => void (underWay.get(key) === end && underWay.delete(key));
    },
  };
}

function keyOf(headers: IncomingHttpHeaders, id: string | number): string | undefined {
  const session = sessionOf(headers);
  return session === undefined ? undefined : JSON.stringify([session, id]);
}

function sessionOf(headers: IncomingHttpHeaders): string | undefined {
  return headers[sessionHeader]?.toString();
}
