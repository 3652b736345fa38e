import { resolve } from "node:path";
import { clients, USUAL_NAME } from "../../gateway/clients/clients.js";
import { suggestion } from "../../runtime/index.js";
import { defineCommand } from "../command/command.js";
import { UsageError } from "../command/errors.js";
import { quoted, text, toggle } from "../command/flags.js";
import { isHttpUrl, serverUrlFrom } from "./server-url.js";

const ids = clients.map(({ id }) => id);

export const command = defineCommand({
  name: "standpipe client-config",
  argument: "<client>",
  about: `Prints a client's settings for a server URL. Clients: ${ids.join(", ")}.`,
  flags: {
    url: text("The server URL", {
      shown: "STANDPIPE_SERVER_URL",
      fault: (given) => (isHttpUrl(given) ? undefined : "a server URL, such as https://host/mcp/TOKEN"),
    }),
    "api-token": toggle("The server needs an API token too", { default: false }),
    name: text("What the client calls the server; with several APIs, the API's name", {
      default: USUAL_NAME,
      fault: (given) => (/^[\w-]{1,64}$/.test(given) ? undefined : "letters, digits, _ and -"),
    }),
    oauth: toggle("People sign in to the server", { default: false }),
  },
  run(flags, given) {
    const client = clients.find(({ id }) => id === given);
    if (client === undefined) throw unknownClient(given);
    const url = serverUrlFrom(flags.url, "--url");
    const credential = flags.oauth ? "oauth" : flags.apiToken ? "api_token" : "none";
    const { ways, link } = client.settings({ url, credential, name: flags.name, bridge: thisProgram() });
    const [usual, ...others] = ways;
    // stdout has only the text to paste, so that it can be piped.
    console.error(`${client.title}: ${usual.where}`);
    console.log(usual.text);
    for (const { where, text } of others) console.error(`\nOr: ${where}\n${text}`);
    if (link !== undefined) console.error(`\nOr open this link:\n${link}`);
    const warning = longName(flags.name);
    if (warning !== undefined) console.error(`\n${warning}`);
  },
});

/** FireHydrant's longest tool name has 47 characters. */
const USUAL_LONGEST = 47;

/** What a long server name costs: clients write `mcp__<server>__<tool>`, and models allow 64 characters for it. */
function longName(name: string): string | undefined {
  const left = 64 - `mcp__${name}__`.length;
  if (left >= USUAL_LONGEST) return undefined;
  return `The name ${quoted(name)} is long. Clients write mcp__${name}__ before each tool's name, and models allow 64 characters in total. Tools whose names have more than ${Math.max(left, 0)} characters may be missing. Choose a shorter --name.`;
}

/** How to start the bridge without `standpipe` on the PATH. Desktop programs often have a short PATH. */
function thisProgram() {
  return {
    command: process.execPath,
    args: [...process.execArgv, resolve(process.argv[1]!), "connect"],
  };
}

function unknownClient(given: string): UsageError {
  const near = suggestion(given, ids);
  const hint = near === undefined ? `Clients: ${ids.join(", ")}.` : `Did you mean ${near}?`;
  return new UsageError(`There is no client ${quoted(given)}. ${hint}`);
}
