import { Transform, type Readable, type Writable } from "node:stream";
import { serveStdio, StdioServerTransport } from "@modelcontextprotocol/server/stdio";
import { createMcpServer } from "../mcp/server.js";
import type { McpService } from "../mcp/service.js";
import type { Opening } from "./opening.js";
import { written, type StdioOptions, type StdioServing } from "./stdio-streams.js";

/** How long calls under way may take when the client has ended its input, in milliseconds. */
const graceAtEndMs = 30_000;

/**
 * Goes on with a session over stdio by the SDK, which is told what was said at its opening.
 * @param unread what was read of the input and not answered
 */
export function resumeSession(
  service: McpService,
  { said, answered }: Opening,
  unread: Uint8Array,
  { input, output, report }: StdioOptions,
): StdioServing {
  const calls = countCalls(service);
  // The SDK drops calls under way at the end of its input, so the end waits for them.
  const held = new Transform({
    transform: (chunk, _encoding, done) => done(null, chunk),
    flush: (done) => void setImmediate(() => void calls.settled(graceAtEndMs).then(() => done())),
  });
  const ended = new Promise<void>((resolve) => held.once("close", resolve));
  const transport = new ResumedTransport(held, output, answered);
  const connection = serveStdio(() => createMcpServer(calls.service), { transport, onerror: report });
  held.write(Buffer.concat([Buffer.from(said.map((message) => `${message}\n`).join("")), unread]));
  input.pipe(held);
  return {
    ended: ended.then(() => connection.close()).then(() => written(output)),
    async drain(graceMs) {
      input.unpipe(held);
      await calls.settled(graceMs);
      await connection.close();
      await written(output);
    },
  };
}

/** Keeps back the answer to what has been answered before. */
class ResumedTransport extends StdioServerTransport {
  #answered: Opening["answered"];

  constructor(input: Readable, output: Writable, answered: Opening["answered"]) {
    super(input, output);
    this.#answered = answered;
  }

  override send(message: Parameters<StdioServerTransport["send"]>[0]): Promise<void> {
    const isAnswer = "result" in message && this.#answered !== undefined && message.id === this.#answered;
    if (!isAnswer) return super.send(message);
    this.#answered = undefined;
    return Promise.resolve();
  }
}

/** The service with its calls counted. */
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
    // The answer is on its way to the output still, some turns of the event loop.
    await new Promise((resolve) => setTimeout(resolve, 5));
  };
  return { service: { ...service, callTool }, settled };
}
