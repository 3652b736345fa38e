import { createInterface } from "node:readline";
import { defineCommand } from "../command/command.js";
import { createBridge } from "./bridge.js";
import { serverUrlFrom } from "./server-url.js";

export const command = defineCommand({
  name: "standpipe connect",
  argument: "[url]",
  about:
    "Connects a client that only speaks stdio to a server URL.\n\nSTANDPIPE_SERVER_URL may hold the URL instead, " +
    "where other users of the machine can't read it. STANDPIPE_API_TOKEN is sent to servers that need an API token.",
  flags: {},
  async run(_flags, given) {
    const bridge = createBridge({
      url: serverUrlFrom(given, "the argument"),
      apiToken: process.env["STANDPIPE_API_TOKEN"] || undefined,
      write: (message) => process.stdout.write(`${JSON.stringify(message)}\n`),
    });
    for await (const line of createInterface({ input: process.stdin })) {
      if (line.trim() !== "") bridge.take(line);
    }
    await bridge.settled();
  },
});
