import { type Id, isId, type Line } from "../../runtime/index.js";
import { createExchange, type ErrorBody, type Message, type ServerOptions } from "./exchange.js";
import { parsed } from "./read-answer.js";

/** Carries JSON-RPC messages between a client on stdio and a server with Streamable HTTP. */
export interface Bridge {
  /** Sends one line of the client. `write` gets the answer to each request in it, in the order of arrival. */
  take(line: Line): void;
  /** Resolves when all lines so far are answered. */
  settled(): Promise<void>;
}

export function createBridge(options: ServerOptions): Bridge {
  const exchange = createExchange(options);
  const underWay = new Set<Promise<void>>();
  const cancels = new Map<unknown, AbortController>();
  let initialising: Promise<void> | undefined;
  const fail = (id: Id | null, error: ErrorBody) => options.write({ jsonrpc: "2.0", id, error });

  async function post(given: Message | readonly Message[]): Promise<void> {
    const { id, method } = given as Message;
    // Clients may send more before the answer to initialize, which decides how later messages are sent.
    if (method !== "initialize") await initialising;
    const waiting = new Set([given].flat().flatMap(requestId));
    const cancel = new AbortController();
    if (isId(id) && method !== undefined) cancels.set(id, cancel);
    const { status, ...error } = await exchange(given, waiting, cancel.signal);
    cancels.delete(id);
    // A client expects no answer to a cancelled call.
    if (cancel.signal.aborted) return;
    if (waiting.size === 0 && status >= 400) console.error(`standpipe: ${error.message}`);
    for (const id of waiting) fail(id, error);
  }

  return {
    take(line) {
      if ("tooLongFor" in line)
        return fail(line.tooLongFor, { code: -32600, message: "The message is too long to be sent." });
      const message = parsed(line.text) as Message | undefined;
      if (!message)
        return fail(null, { code: -32700, message: "Parse error: a line is not a JSON message." });
      // The server keeps nothing between requests, so a call is cancelled by aborting its own request.
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
