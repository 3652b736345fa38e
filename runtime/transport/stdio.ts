import type { Readable, Writable } from "node:stream";
import type { McpService } from "../mcp/service.js";
import type { Shown } from "../mcp/shown.js";
import type { Fields } from "../values/record.js";
import { admitLine } from "./admission.js";
import { batchRefusals, batchRevision } from "./batches.js";
import { lineOf, linesOf, type Line } from "./lines.js";
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

  async function take(line: Line): Promise<void> {
    const admitted = admitLine(line);
    if ("refusals" in admitted) return write(output, admitted.refusals);
    if ("batch" in admitted) {
      if (revision !== batchRevision) return write(output, batchRefusals(admitted.batch));
      return (await begun()).takeBatch(admitted.batch);
    }
    const { message } = admitted;
    if (message["method"] === "initialize")
      revision ??= (message["params"] as Fields | undefined)?.["protocolVersion"];
    spans.began(message);
    const answer = session ? undefined : opening.answer(message);
    if (answer === undefined) return (await begun()).take(message);
    output.write(answer);
    spans.answered(message["id"]);
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

/** Reads lines one after another. `finished` resolves at the end of the input, or when the output is closed. */
function read(input: Readable, output: Writable, take: (line: Line) => Promise<void>) {
  let isStopped = false;
  let leave: () => void = () => {};
  const left = new Promise<undefined>((resolve) => (leave = () => resolve(undefined)));
  // Without a listener, a disconnecting client would end the process with a stack trace.
  output.on("error", leave);
  const lines = linesOf(input, mostBytes);
  const finished = new Promise<void>((resolve, reject) => {
    const loop = async () => {
      // An aborted input counts as ended.
      const next = () => lines.next().catch(() => undefined);
      for (let line = await next(); line && !line.done; line = await Promise.race([next(), left])) {
        if (isStopped) return;
        await take(line.value);
      }
      if (!isStopped) resolve();
    };
    loop().catch(reject);
  });
  const stop = () => {
    isStopped = true;
    input.pause();
  };
  return { finished, stop };
}

function write(output: Writable, messages: readonly object[]): void {
  for (const message of messages) output.write(lineOf(message));
}
