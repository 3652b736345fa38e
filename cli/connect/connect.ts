import { lineOf, linesOf } from "../../runtime/index.js";
import { defineCommand } from "../command/command.js";
import { createBridge } from "./bridge.js";
import { serverUrlFrom } from "./server-url.js";

/** Maximum size of a client's message in bytes. A server URL accepts less, and reports that itself. */
const mostBytes = 64 * 1024 * 1024;

export const command = defineCommand({
  name: "standpipe connect",
  argument: "[url]",
  about:
    "Connects a client that only speaks stdio to a server URL.\n\nSet STANDPIPE_SERVER_URL instead of passing the " +
    "URL: other users of the machine can read arguments. Set STANDPIPE_API_TOKEN if the server needs an API token.",
  flags: {},
  async run(_flags, given) {
    const bridge = createBridge({
      url: serverUrlFrom(given, "the argument"),
      apiToken: process.env["STANDPIPE_API_TOKEN"] || undefined,
      write: (message) => process.stdout.write(lineOf(message)),
    });
    for await (const line of linesOf(process.stdin, mostBytes)) bridge.take(line);
    await bridge.settled();
  },
});
