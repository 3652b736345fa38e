import { randomUUID } from "node:crypto";
import type { IncomingHttpHeaders } from "node:http";
import { canShowForms } from "../mcp/asking.js";

/*
 * Clients of revisions before 2026-07-28 say who they are and what they can do when they begin, and not again. No process
 * remembers it: they are given a session id that says whether they can show a form, and bring it with each request. It
 * opens nothing, but tells their requests from others' with the same ids.
 */
export const sessionHeader = "mcp-session-id";
const askablePrefix = "asks-";

/**
 * The session id for a client that begins; nothing for any other message.
 * @param canAsk whether there is somewhere for its person's answers to go
 */
export function sessionFor(message: unknown, canAsk: boolean): string | undefined {
  const { method, params } = (message ?? {}) as { method?: unknown; params?: { capabilities?: unknown } };
  if (method !== "initialize") return undefined;
  return (canAsk && canShowForms(params?.capabilities) ? askablePrefix : "") + randomUUID();
}

export function isAskable(headers: IncomingHttpHeaders): boolean {
  return sessionOf(headers)?.startsWith(askablePrefix) ?? false;
}

/** Calls under way that a message of their client's can end. Clients of later revisions hang up instead. */
export interface Cancellable {
  /** @returns what takes the call off again */
  add(headers: IncomingHttpHeaders, id: string | number, end: () => void): () => void;
  /** Whether a message was one that ends a call which is under way here. */
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
