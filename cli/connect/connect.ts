import { defineCommand } from "../command/command.js";
import { bridgeStdio } from "../../gateway/clients/bridge/stdio.js";
import { serverUrlFrom } from "./server-url.js";

export const command = defineCommand({
  name: "standpipe connect",
  argument: "[url]",
  about:
    "Connects a client that only speaks stdio to a server URL.\n\nSet STANDPIPE_SERVER_URL instead of passing the " +
    "URL: other users of the machine can read arguments. Set STANDPIPE_API_TOKEN if the server needs an API token.",
  flags: {},
  run: (_flags, given) => bridgeStdio(serverUrlFrom(given, "the argument")),
});
