import { once } from "node:events";
import { Transform } from "node:stream";
import type { McpService } from "../mcp/service.js";
import type { Fields } from "../values/record.js";
import { admitBatch, isRequest, refusal } from "./admission.js";
import { createBatches } from "./batches.js";
import { isId } from "./id-scan.js";
import type { MessageSpans } from "./message-spans.js";
import { joinLines } from "./joined-lines.js";
import { lineOf } from "./lines.js";
import { createPlainCalls } from "./plain-calls.js";
import type { Opening } from "./opening.js";
import type { SdkConnection } from "./sdk-session.js";
import { written, type StdioOptions } from "./stdio-streams.js";

/** How many milliseconds running calls may take after the client closed its input. */
const graceAtEndMs = 30_000;

/** A session over stdio that the SDK serves. */
export interface Session {
  /** Receives a message of the client. */
  take(message: Fields): void;
  /** Receives a batch, in the revision that has them. */
  takeBatch(batch: readonly unknown[]): void;
  /** Ends when every call is answered. */
  end(): Promise<void>;
  /** Ends when the running calls have, or after this many milliseconds. */
  drain(graceMs: number): Promise<void>;
}

type SessionParts = Pick<StdioOptions, "output" | "report"> & { readonly spans: MessageSpans };

/**
 * Continues a session after its opening. The SDK is started by the first message that needs it, and gets the client's
 * earlier messages first. Its start takes as long as many calls, and most clients only call.
 */
export function continueSession(
  service: McpService,
  { said, answered }: Opening,
  { output, report, spans }: SessionParts,
): Session {
  const calls = countCalls(service);
  // The SDK drops running calls at the end of its input, so the end waits for them.
  const input = new Transform({
    transform: (chunk, _encoding, done) => done(null, chunk),
    flush: (done) => void setImmediate(() => void calls.settled(graceAtEndMs).then(() => done())),
  });
  const lines = joinLines(output);
  const batches = createBatches(lines.write);
  let connecting: Promise<SdkConnection> | undefined;
  async function connect(): Promise<SdkConnection> {
    const { connectSdk } = await import("./sdk-session.js");
    const connection = connectSdk(calls.service, { input, output, report, answered, batches, spans, lines });
    for (const message of said) input.write(`${message}\n`);
    return connection;
  }
  const write = (message: object) => void (batches.answer(message) || lines.write(message));
  // A client that began with `initialize` needs nothing of the SDK for its calls.
  const plain =
    answered === undefined ? undefined : createPlainCalls(calls.service, said[0]!, { write, report });
  const take = (message: Fields) => {
    if (message["method"] === "notifications/cancelled") {
      const id = (message["params"] as Fields | undefined)?.["requestId"];
      batches.forget(id);
      if (plain?.cancel(id)) return;
    }
    if (!plain?.take(message, passOn)) passOn(message);
  };
  // Messages reach the SDK in their order: those that wait for its start are continued one after another.
  const passOn = (message: Fields) =>
    void (connecting ??= connect()).then(({ isMessage }) => {
      if (isMessage(message)) input.write(lineOf(message));
      else write(notJsonRpc(message));
    }, report);
  const finish = () => (lines.flush(), written(output));
  return {
    take,
    takeBatch(batch) {
      const { messages, refusals } = admitBatch(batch);
      const ids = messages.filter(isRequest).map(({ id }) => id);
      batches.begin(ids.filter(isId), refusals);
      messages.forEach(take);
    },
    async end() {
      // Until then a running call may start the SDK, to ask a person.
      if (!connecting) await calls.settled(graceAtEndMs);
      const connection = await connecting;
      if (connection) await once(input.end(), "close");
      await connection?.close();
      await finish();
    },
    async drain(graceMs) {
      const connection = await connecting;
      await calls.settled(graceMs);
      await (connection ?? (await connecting))?.close();
      await finish();
    },
  };
}

function notJsonRpc({ id }: Fields): object {
  return refusal(isId(id) ? id : null, -32600, "The message is not as JSON-RPC defines it.");
}

/** The service, with its running calls counted. */
function countCalls(service: McpService) {
  let underWay = 0;
  let settle: () => void = () => {};
  const callTool: McpService["callTool"] = async (...call) => {
    underWay++;
    try {
      return await service.callTool(...call);
    } finally {
      underWay--;
      if (underWay === 0) settle();
    }
  };
  const settled = async (withinMs: number): Promise<void> => {
    if (underWay > 0) {
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, withinMs)));
      await Promise.race([new Promise<void>((resolve) => (settle = resolve)), late]);
      clearTimeout(timer);
    }
    // The answer needs some more turns of the event loop to reach the output.
    await new Promise((resolve) => setTimeout(resolve, 5));
  };
  return { service: { ...service, callTool }, settled };
}
