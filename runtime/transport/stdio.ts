import { Transform, type Readable, type Writable } from "node:stream";
import { serveStdio as serveConnection, StdioServerTransport } from "@modelcontextprotocol/server/stdio";
import { createMcpServer } from "../mcp/server.js";
import type { McpService } from "../mcp/service.js";

export interface StdioOptions {
  readonly input: Readable;
  readonly output: Writable;
  /** Is told of what went wrong. */
  readonly report: (error: Error) => void;
}

export interface StdioServing {
  /** Fulfils when the client has ended its input and every call is answered. */
  readonly ended: Promise<void>;
  /** Reads no further, and ends when the calls under way have, or after so many milliseconds. */
  drain(graceMs: number): Promise<void>;
}

/** How long calls under way may take when the client has ended its input, in milliseconds. */
const graceAtEndMs = 30_000;

/** Serves MCP on a pair of streams, one client for as long as they last. */
export function serveStdio(service: McpService, { input, output, report }: StdioOptions): StdioServing {
  const calls = countCalls(service);
  // The SDK drops calls under way at the end of its input, so the end waits for them.
  const held = new Transform({
    transform: (chunk, _encoding, done) => done(null, chunk),
    flush: (done) => void setImmediate(() => void calls.settled(graceAtEndMs).then(() => done())),
  });
  const transport = new StdioServerTransport(held, output);
  const ended = new Promise<void>((resolve) => held.once("close", resolve));
  const connection = serveConnection(() => createMcpServer(calls.service), { transport, onerror: report });
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

function written(output: Writable): Promise<void> {
  return new Promise((resolve) => (output.destroyed ? resolve() : output.write("", () => resolve())));
}
