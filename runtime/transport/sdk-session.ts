import type { Readable, Writable } from "node:stream";
import { parseJSONRPCMessage } from "@modelcontextprotocol/server";
import { serveStdio, StdioServerTransport } from "@modelcontextprotocol/server/stdio";
import { createMcpServer } from "../mcp/server.js";
import type { McpService } from "../mcp/service.js";
import type { Fields } from "../values/record.js";
import type { Batches } from "./batches.js";
import type { JoinedLines } from "./joined-lines.js";
import { lineOf } from "./lines.js";
import type { MessageSpans } from "./message-spans.js";
import type { Opening } from "./opening.js";
import { mostBytes } from "./stdio-streams.js";

/** The SDK's part of a session. */
export interface SdkConnection {
  /** Whether a message is as JSON-RPC defines it. The SDK drops others without an answer. */
  isMessage(message: Fields): boolean;
  close(): Promise<void>;
}

interface SdkParts extends Answers {
  /** Lines of the client that the SDK gets. */
  readonly input: Readable;
  readonly output: Writable;
  readonly report: (error: Error) => void;
}

/** Starts the SDK on the lines of a client. */
export function connectSdk(
  service: McpService,
  { input, output, report, ...answers }: SdkParts,
): SdkConnection {
  const transport = new SessionTransport(input, output, answers);
  const connection = serveStdio(() => createMcpServer(service), { transport, onerror: report });
  return { isMessage, close: () => connection.close() };
}

function isMessage(message: Fields): boolean {
  try {
    parseJSONRPCMessage(message);
    return true;
  } catch {
    return false;
  }
}

interface Answers {
  /** The request that was already answered by the opening. */
  readonly answered: Opening["answered"];
  readonly batches: Batches;
  readonly spans: MessageSpans;
  readonly lines: JoinedLines;
}

/** Writes the SDK's messages, except those that the opening has answered. Answers of a batch are written together. */
class SessionTransport extends StdioServerTransport {
  #answered: Opening["answered"];
  readonly #batches: Batches;
  readonly #output: Writable;
  readonly #spans: MessageSpans;
  readonly #lines: JoinedLines;

  constructor(input: Readable, output: Writable, { answered, batches, spans, lines }: Answers) {
    // It gets whole lines, so it never reaches its own limit, which would end the session.
    super(input, output, { maxBufferSize: 2 * mostBytes });
    this.#answered = answered;
    this.#batches = batches;
    this.#output = output;
    this.#spans = spans;
    this.#lines = lines;
  }

  override async send(message: Parameters<StdioServerTransport["send"]>[0]): Promise<void> {
    const isAnswer = "result" in message && this.#answered !== undefined && message.id === this.#answered;
    if ("result" in message) this.#spans.answered(message.id);
    else if ("error" in message) this.#spans.answered(message.id, message.error.code);
    if (isAnswer) return void (this.#answered = undefined);
    if (this.#batches.answer(message)) return;
    this.#lines.flush();
    if (this.#output.write(lineOf(message))) return;
    await new Promise<void>((resolve) => {
      this.#output.once("drain", resolve).once("close", resolve);
    });
  }
}
