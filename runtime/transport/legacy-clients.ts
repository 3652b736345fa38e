import { randomUUID } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { canShowForms } from "../mcp/asking.js";

/*
 * Clients of revisions before 2026-07-28 send their name and capabilities only at the start. No process remembers them.
 * Instead they get a session id that contains whether they can show a form, and send it with each request. It gives no
 * access. It only separates their requests from others with the same ids.
 */
export const sessionHeader = "mcp-session-id";
const askablePrefix = "asks-";

/**
 * The session id for a new client; undefined for other messages.
 * @param canAsk whether the server can receive its person's answers
 */
export function sessionFor(message: unknown, canAsk: boolean): string | undefined {
  const { method, params } = (message ?? {}) as { method?: unknown; params?: { capabilities?: unknown } };
  if (method !== "initialize") return undefined;
  return (canAsk && canShowForms(params?.capabilities) ? askablePrefix : "") + randomUUID();
}

export function isAskable(headers: IncomingHttpHeaders): boolean {
  return sessionOf(headers)?.startsWith(askablePrefix) ?? false;
}

/** Running calls that a message of their client can cancel. Clients of later revisions disconnect instead. */
export interface Cancellable {
  /** @returns a function that removes the call */
  add(headers: IncomingHttpHeaders, id: string | number, end: () => void): () => void;
  /** Whether a message cancelled a call that runs here. */
  cancel(headers: IncomingHttpHeaders, message: unknown): boolean;
}

export function createCancellable(): Cancellable {
  const underWay = new Map<string, () => void>();
  return {
    add(headers, id, end) {
      const key = keyOf(headers, id);
      if (key === undefined) return () => {};
      underWay.set(key, end);
      return () => void underWay.delete(key);
    },
    cancel(headers, message) {
      const { method, params } = (message ?? {}) as { method?: unknown; params?: { requestId?: unknown } };
      const key = method === "notifications/cancelled" ? keyOf(headers, params?.requestId) : undefined;
      const end = key === undefined ? undefined : underWay.get(key);
      end?.();
      return end !== undefined;
    },
  };
}

function keyOf(headers: IncomingHttpHeaders, id: unknown): string | undefined {
  const session = sessionOf(headers);
  return session === undefined ? undefined : JSON.stringify([session, id]);
}

function sessionOf(headers: IncomingHttpHeaders): string | undefined {
  return headers[sessionHeader]?.toString();
}
