import { admitBatch, admitText, type Id, isId, type Line } from "../../../runtime/index.js";
import { createExchange, type ErrorBody, type Message, type ServerOptions } from "./exchange.js";

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

  function send(given: Message | readonly Message[]): Promise<void> {
    const posted = post(given);
    underWay.add(posted);
    void posted.finally(() => underWay.delete(posted));
    return posted;
  }

  function sendOne(message: Message): void {
    // The server keeps nothing between requests, so a call is cancelled by aborting its own request.
    if (message.method === "notifications/cancelled") return cancels.get(message.params?.requestId)?.abort();
    const sent = send(message);
    if (message.method === "initialize") initialising = sent;
  }

  function sendBatch(batch: readonly unknown[]): void {
    const { messages, refusals } = admitBatch(batch);
    if (refusals.length > 0) options.write(refusals);
    if (messages.length > 0) void send(messages);
  }

  return {
    take(line) {
      if ("tooLongFor" in line)
        return fail(line.tooLongFor, { code: -32600, message: "The message is too long to be sent." });
      // A server's answer to a faulty message may have no id, so nobody could match it. It is refused here.
      const admitted = admitText(line.text);
      if ("message" in admitted) sendOne(admitted.message);
      else if ("batch" in admitted) sendBatch(admitted.batch);
      else admitted.refusals.forEach(options.write);
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
