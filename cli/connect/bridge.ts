import { isId, type Id } from "../../runtime/transport/id-scan.js";
import type { Line } from "../../runtime/transport/lines.js";
import { parsed, readAnswer } from "./read-answer.js";
import { headersOf, type Headed, type Session } from "./request-headers.js";

/** Carries JSON-RPC messages between a client that writes lines and a server that speaks Streamable HTTP. */
export interface Bridge {
  /** Takes one line of the client. Every request in it is answered by `write`, in the order of the answers. */
  take(line: Line): void;
  /** Fulfils when everything taken so far is answered. */
  settled(): Promise<void>;
}

export interface BridgeOptions {
  readonly url: string;
  readonly apiToken?: string;
  readonly write: (message: object) => void;
}

interface Message extends Headed {
  readonly id?: unknown;
  readonly params?: Headed["params"] & { readonly requestId?: unknown };
  readonly result?: { readonly protocolVersion?: unknown };
  readonly error?: ErrorBody;
}

interface ErrorBody {
  readonly code: number;
  readonly message: string;
}

export function createBridge({ url, apiToken, write }: BridgeOptions): Bridge {
  const underWay = new Set<Promise<void>>();
  const cancels = new Map<unknown, AbortController>();
  const session: Session = {};
  let initialising: Promise<void> | undefined;
  const fail = (id: Id | null, error: ErrorBody) => write({ jsonrpc: "2.0", id, error });

  async function post(given: Message | readonly Message[]): Promise<void> {
    const message = given as Message;
    // Clients need not wait for the answer to initialize, which decides how all that follows is sent.
    if (message.method !== "initialize") await initialising;
    const waiting = new Set([given].flat().flatMap(requestId));
    const cancel = new AbortController();
    if (isId(message.id) && message.method !== undefined) cancels.set(message.id, cancel);
    const error = await exchange(given, waiting, cancel.signal);
    cancels.delete(message.id);
    // A client that cancelled a call expects no answer.
    if (cancel.signal.aborted) return;
    if (waiting.size === 0 && error.status >= 400) console.error(`standpipe: ${error.message}`);
    for (const id of waiting) fail(id, { code: error.code, message: error.message });
  }

  /** Sends a message and passes on what comes back; the error for each request that got no answer. */
  async function exchange(
    given: Message | readonly Message[],
    waiting: Set<Id>,
    signal: AbortSignal,
  ): Promise<ErrorBody & { readonly status: number }> {
    let ofNoRequest: ErrorBody | undefined;
    const pass = (answer: object) => {
      const messages = [answer as Message | Message[]].flat();
      ofNoRequest = messages.find(({ id, error }) => id === null && error)?.error ?? ofNoRequest;
      for (const one of messages) note(one, waiting);
      if (messages.some(({ id }) => id !== null)) write(answer);
    };
    try {
      const headers = headersOf(given as Message, session, apiToken);
      const body = JSON.stringify(given);
      const response = await fetch(url, { method: "POST", headers, body, redirect: "manual", signal });
      session.id = response.headers.get("mcp-session-id") ?? session.id;
      const message = await readAnswer(response, pass);
      return { status: response.status, ...(ofNoRequest ?? { code: -32000, message }) };
    } catch (error) {
      const message = `The server can't be reached (${reasonOf(error)}). Check the server URL and the network.`;
      return { status: 503, code: -32000, message };
    }
  }

  function note({ id, method, result }: Message, waiting: Set<Id>): void {
    if (method === undefined) waiting.delete(id as Id);
    if (typeof result?.protocolVersion === "string") session.revision = result.protocolVersion;
  }

  return {
    take(line) {
      if ("tooLongFor" in line)
        return fail(line.tooLongFor, { code: -32600, message: "The message is too long to be sent." });
      const message = parsed(line.text) as Message | undefined;
      if (!message)
        return fail(null, { code: -32700, message: "Parse error: a line is not a JSON message." });
      // The server keeps nothing between requests: a call is cancelled by ending its own request.
      if (message.method === "notifications/cancelled")
        return cancels.get(message.params?.requestId)?.abort();
      const posted = post(message);
      if (message.method === "initialize") initialising = posted;
      underWay.add(posted);
      void posted.finally(() => underWay.delete(posted));
    },
    async settled() {
      await Promise.allSettled(underWay);
    },
  };
}

/** The id of a message that expects an answer. */
function requestId({ id, method }: Message): Id[] {
  return isId(id) && method !== undefined ? [id] : [];
}

/** Node's own code for it, which doesn't hold the URL. */
function reasonOf(error: unknown): string {
  const { cause } = error as { cause?: { code?: unknown } };
  return typeof cause?.code === "string" ? cause.code : "the request failed";
}
