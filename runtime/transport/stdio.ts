import type { McpService } from "../mcp/service.js";
import type { Shown } from "../mcp/shown.js";
import { createOpening, type Opening } from "./opening.js";
import { written, type StdioOptions, type StdioServing } from "./stdio-streams.js";

/**
 * Serves MCP on a pair of streams, one client for as long as they last.
 * @param load gives the service, once the client wants more than what is shown
 */
export function serveStdio(
  shown: Shown,
  load: () => Promise<McpService>,
  options: StdioOptions,
): StdioServing {
  const opening = createOpening(shown);
  const beginning = serveOpening(opening, options);
  const session = beginning.unread.then(async (unread): Promise<StdioServing | undefined> => {
    if (!unread) return undefined;
    const [service, { resumeSession }] = await Promise.all([load(), import("./session.js")]);
    return resumeSession(service, opening, unread, options);
  });
  return {
    ended: session.then((serving) => serving?.ended ?? written(options.output)),
    async drain(graceMs) {
      beginning.stop();
      const serving = await session;
      await (serving?.drain(graceMs) ?? written(options.output));
    },
  };
}

/** A message that is longer has more to say than any that is answered at the opening. */
const MOST_BYTES = 65_536;

/** Answers what can be answered at the opening. Then `unread` is what was read beyond; nothing when the input ends. */
function serveOpening(opening: Opening, { input, output }: StdioOptions) {
  let stop: () => void = () => {};
  const unread = new Promise<Buffer | undefined>((resolve) => {
    let left: Buffer = Buffer.alloc(0);
    let isOver = false;
    const leave = (rest?: Buffer) => {
      if (isOver) return;
      isOver = true;
      input.off("data", take).off("end", stop).off("close", stop).pause();
      resolve(rest);
    };
    const take = (chunk: Buffer) => {
      left = Buffer.concat([left, chunk]);
      for (let end = left.indexOf("\n"); end >= 0; end = left.indexOf("\n")) {
        const answer = opening.answer(left.toString("utf8", 0, end));
        if (answer === undefined) return leave(left);
        output.write(answer);
        left = left.subarray(end + 1);
      }
      if (left.length > MOST_BYTES) leave(left);
    };
    stop = () => leave();
    input.on("data", take).on("end", stop).on("close", stop);
    // Without a listener a client that goes away would end the process with a trace.
    output.on("error", stop);
  });
  return { unread, stop };
}
