import type { Id } from "../../../runtime/index.js";
import { readAnswer } from "./read-answer.js";
import { headersOf, type Headed, type Session } from "./request-headers.js";

export interface Message extends Headed {
  readonly id?: unknown;
  readonly params?: Headed["params"] & { readonly requestId?: unknown };
  readonly result?: { readonly protocolVersion?: unknown };
  readonly error?: ErrorBody;
}

export interface ErrorBody {
  readonly code: number;
  readonly message: string;
}

/** Why a request got no answer. */
interface Unanswered extends ErrorBody {
  readonly status: number;
}

export interface ServerOptions {
  readonly url: string;
  readonly apiToken?: string;
  /** Receives the server's messages. */
  readonly write: (message: object) => void;
}

/**
 * Posts messages to one server, and writes the answers.
 * @param waiting ids of the requests in a message; answered ids are removed
 */
export type Exchange = (
  given: Message | readonly Message[],
  waiting: Set<Id>,
  signal: AbortSignal,
) => Promise<Unanswered>;

export function createExchange({ url, apiToken, write }: ServerOptions): Exchange {
  const session: Session = {};

  function note({ id, method, result }: Message, waiting: Set<Id>): void {
    if (method === undefined) waiting.delete(id as Id);
    if (typeof result?.protocolVersion === "string") session.revision = result.protocolVersion;
  }

  return async (given, waiting, signal) => {
    let ofNoRequest: ErrorBody | undefined;
    const pass = (answer: object) => {
      const messages = [answer as Message | Message[]].flat();
      ofNoRequest = messages.find(({ id, error }) => id === null && error)?.error ?? ofNoRequest;
      for (const one of messages) note(one, waiting);
      if (messages.some(({ id }) => id !== null)) write(answer);
    };
    const body = JSON.stringify(given);
    try {
      const headers = headersOf(given as Message, session, apiToken);
      const response = await fetch(url, { method: "POST", headers, body, redirect: "manual", signal });
      session.id = response.headers.get("mcp-session-id") ?? session.id;
      const message = await readAnswer(response, pass);
      return { status: response.status, ...(ofNoRequest ?? { code: -32000, message }) };
    } catch (error) {
      const message = whyUnanswered(reasonOf(error), Buffer.byteLength(body));
      return { status: 503, code: -32000, message };
    }
  };
}

/** Servers refuse a larger request without reading it all. Then the connection may break before their answer comes. */
const usualLimit = 1_048_576;

function whyUnanswered(reason: string, bytes: number): string {
  if (bytes > usualLimit && reason !== "ECONNREFUSED")
    return `The server did not take this request: it is too long (${bytes} bytes, ${reason}). Send less than 1 MiB.`;
  return `The server can't be reached (${reason}). Check the server URL and the network.`;
}

/** Node's own error code, which does not contain the URL. */
function reasonOf(error: unknown): string {
  const { cause } = error as { cause?: { code?: unknown } };
  return typeof cause?.code === "string" ? cause.code : "the request failed";
}
