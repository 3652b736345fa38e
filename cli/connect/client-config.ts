import { clientIds, clientSettings, USUAL_NAME } from "../../gateway/client-settings.js";
import { suggestion } from "../../runtime/index.js";
import { defineCommand } from "../command/command.js";
import { UsageError } from "../command/errors.js";
import { quoted, text, toggle } from "../command/flags.js";
import { isHttpUrl, serverUrlFrom } from "./server-url.js";

export const command = defineCommand({
  name: "standpipe client-config",
  argument: "<client>",
  about: `Prints a client's settings for a server URL. Clients: ${clientIds.join(", ")}.`,
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
  run(flags, client) {
    const id = clientIds.find((one) => one === client);
    if (id === undefined) throw unknownClient(client);
    const url = serverUrlFrom(flags.url, "--url");
    const credential = flags.oauth ? "oauth" : flags.apiToken ? "api_token" : "none";
    const found = clientSettings(url, credential, flags.name).find((settings) => settings.id === id)!;
    // stdout has only the text to paste, so that it can be piped.
    console.error(`${found.client}: ${found.where}`);
    console.log(found.text);
  },
});

function unknownClient(given: string): UsageError {
  const near = suggestion(given, clientIds);
  const hint = near === undefined ? `Clients: ${clientIds.join(", ")}.` : `Did you mean ${near}?`;
  return new UsageError(`There is no client ${quoted(given)}. ${hint}`);
}
