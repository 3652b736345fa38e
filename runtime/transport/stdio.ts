import type { Readable, Writable } from "node:stream";
import type { McpService } from "../mcp/service.js";
import type { Shown } from "../mcp/shown.js";
import type { Fields } from "../values/record.js";
import { admitLine } from "./admission.js";
import { batchRefusals, batchRevision } from "./batches.js";
import { createSplitter, lineOf, type Line } from "./lines.js";
import { createMessageSpans } from "./message-spans.js";
import { createOpening } from "./opening.js";
import type { Session } from "./session.js";
import { mostBytes, written, type StdioOptions, type StdioServing } from "./stdio-streams.js";

/**
 * Serves MCP on a pair of streams for one client.
 * @param load returns the service once the client needs more than the list
 */
export function serveStdio(
  shown: Shown,
  load: () => Promise<McpService>,
  { input, output, report, tracing }: StdioOptions,
): StdioServing {
  const opening = createOpening(shown);
  const spans = createMessageSpans(tracing);
  let session: Session | undefined;
  /** The revision that the client first requested. */
  let revision: unknown;

  async function begun(): Promise<Session> {
    if (session) return session;
    const [service, { continueSession }] = await Promise.all([load(), import("./session.js")]);
    return (session = continueSession(service, opening, { output, report, spans }));
  }

  function take(line: Line): Promise<void> | undefined {
    const admitted = admitLine(line);
    if ("refusals" in admitted) return write(output, admitted.refusals);
    if ("batch" in admitted) {
      const { batch } = admitted;
      if (revision !== batchRevision) return write(output, batchRefusals(batch));
      return begun().then((running) => running.takeBatch(batch));
    }
    const { message } = admitted;
    spans.began(message);
    if (session) return void session.take(message);
    if (message["method"] === "initialize")
      revision ??= (message["params"] as Fields | undefined)?.["protocolVersion"];
    const answer = opening.answer(message);
    if (answer === undefined) return begun().then((running) => running.take(message));
    output.write(answer);
    spans.answered(message["id"]);
    return undefined;
  }

  const reading = read(input, output, take);
  return {
    ended: reading.finished.then(() => (session ? session.end() : written(output))),
    async drain(graceMs) {
      reading.stop();
      await (session?.drain(graceMs) ?? written(output));
    },
  };
}

/** Takes lines one after another. `finished` resolves at the end of the input, or when the output is closed. */
function read(input: Readable, output: Writable, take: (line: Line) => Promise<void> | undefined) {
  const splitter = createSplitter(mostBytes);
  let waiting: Line[] = [];
  let [isTaking, hasEnded, isStopped] = [false, false, false];
  const { promise: finished, resolve, reject } = settling();

  const resume = () => void (isStopped || input.resume());

  async function takeAll(): Promise<void> {
    if (isTaking) return;
    isTaking = true;
    for (let line = waiting.shift(); line && !isStopped; line = waiting.shift()) {
      const taken = take(line);
      if (!taken) continue;
      // The first call loads what calls need. Until then the client's next messages stay in the stream.
      input.pause();
      await taken;
      resume();
    }
    isTaking = false;
    if (hasEnded && !isStopped) resolve();
  }

  const add = (lines: readonly Line[]) => {
    waiting.push(...lines);
    takeAll().catch(reject);
  };
  const end = () => {
    if (hasEnded) return;
    hasEnded = true;
    add(splitter.end());
  };
  const leave = () => {
    waiting = [];
    hasEnded = true;
    takeAll().catch(reject);
  };
  // Without a listener, a disconnecting client would end the process with a stack trace.
  output.on("error", leave);
  // An aborted input counts as ended.
  input.on("data", (chunk: Buffer) => add(splitter.take(chunk))).on("end", end);
  input.on("error", end).on("close", end);
  const stop = () => {
    isStopped = true;
    input.pause();
  };
  return { finished, stop };
}

/** A promise, and the functions that settle it. */
function settling() {
  let resolve!: () => void;
  let reject!: (error: unknown) => void;
  const promise = new Promise<void>((...functions) => ([resolve, reject] = functions));
  return { promise, resolve, reject };
}

function write(output: Writable, messages: readonly object[]): undefined {
  for (const message of messages) output.write(lineOf(message));
}
