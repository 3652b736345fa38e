import { createInterface } from "node:readline";
import yargs from "yargs";
import { createBridge } from "./bridge.js";

/**
 * `standpipe connect <url>`: gives a client that only speaks stdio a server URL's tools, word for word. Ends with the
 * client's input, once every call is answered.
 */
export async function run(argv: readonly string[]): Promise<void> {
  const { _: given } = yargs([...argv])
    .scriptName("standpipe connect")
    .usage(
      "$0 <url>\n\nBridges stdin and stdout to a server URL, which STANDPIPE_SERVER_URL may hold instead.\n" +
        "STANDPIPE_API_TOKEN is shown to servers that want an API token.",
    )
    .strictOptions()
    .version(false)
    .fail((message) => refuse(message))
    .parseSync();
  const url = given.length > 0 ? String(given[0]) : process.env["STANDPIPE_SERVER_URL"];
  if (url === undefined || !URL.canParse(url))
    return refuse("Say which server URL: standpipe connect <url>.");

  const bridge = createBridge({
    url,
    apiToken: process.env["STANDPIPE_API_TOKEN"] || undefined,
    write: (message) => process.stdout.write(`${JSON.stringify(message)}\n`),
  });
  for await (const line of createInterface({ input: process.stdin })) {
    if (line.trim() !== "") bridge.take(line);
  }
  await bridge.settled();
}

function refuse(message: string): never {
  console.error(`standpipe: ${message}`);
  process.exit(1);
}
