import { lineOf, linesOf } from "../../../runtime/index.js";
import { createBridge } from "./bridge.js";

/** Maximum size of a client's message in bytes. A server URL accepts less, and reports that itself. */
const mostBytes = 64 * 1024 * 1024;

/** Connects the client on stdin and stdout to a server URL, until stdin ends. */
export async function bridgeStdio(url: string): Promise<void> {
  const bridge = createBridge({
    url,
    apiToken: process.env["STANDPIPE_API_TOKEN"] || undefined,
    write: (message) => process.stdout.write(lineOf(message)),
  });
  for await (const line of linesOf(process.stdin, mostBytes)) bridge.take(line);
  await bridge.settled();
}
