import yargs from "yargs";
import { clientIds, clientSettings } from "../gateway/client-settings.js";

/** `standpipe client-config <client>`: prints what a client needs to use a server URL. */
export async function run(argv: readonly string[]): Promise<void> {
  const flags = yargs([...argv])
    .scriptName("standpipe client-config")
    .usage(
      `$0 <client> [flags]\n\nPrints a client's settings for a server URL. Clients: ${clientIds.join(", ")}.`,
    )
    .options({
      url: { string: true, requiresArg: true, describe: "The server URL; STANDPIPE_SERVER_URL" },
      "api-token": { boolean: true, default: false, describe: "The server wants an API token too" },
      oauth: { boolean: true, default: false, describe: "The server has people sign in" },
    })
    .strictOptions()
    .version(false)
    .fail((message) => refuse(message))
    .parseSync();
  const id = String(flags._[0] ?? "");
  const url = flags.url ?? process.env["STANDPIPE_SERVER_URL"] ?? "https://standpipe.example.com/mcp/<token>";
  if (!/^https?:\/\/\S+$/.test(url))
    return refuse("--url takes a whole server URL, such as https://standpipe.example.com/mcp/<token>.");
  const credential = flags.oauth ? "oauth" : flags["api-token"] ? "api_token" : "none";
  const found = clientSettings(url, credential).find((settings) => settings.id === id);
  if (!found) return refuse(`There is no client ${id || "given"}. Clients: ${clientIds.join(", ")}.`);
  // What is to be pasted goes to stdout alone, so that it can be piped.
  console.error(`${found.client}: ${found.where}`);
  console.log(found.text);
}

function refuse(message: string): never {
  console.error(`standpipe: ${message}`);
  process.exit(1);
}
