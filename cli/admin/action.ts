import { withSecretFiles } from "../../gateway/secrets/secret-files.js";
import { defineCommand, type Command } from "../command/command.js";
import { CommandError } from "../command/errors.js";
import { text, toggle, type Flags, type Values } from "../command/flags.js";
import { isHttpUrl } from "../connect/server-url.js";
import { findSignIn } from "../login/saved-sign-ins.js";
import { createAdminClient, type AdminClient } from "./client.js";

/** An action's output: `json` with `--json`, else `text`. */
interface Printed {
  readonly json: unknown;
  readonly text: string;
  /** The exit code; 0 by default. */
  readonly code?: number;
}

interface Definition<Of extends Flags, Argument extends string> {
  /** Including the program: `standpipe server create`. */
  readonly name: string;
  readonly about: string;
  readonly argument?: Argument;
  readonly flags?: Of;
  run(
    client: AdminClient,
    flags: Values<Of>,
    argument: Argument extends `<${string}>` ? string : undefined,
  ): Promise<Printed>;
}

/** How to find the gateway, in the help of each group of actions. */
export const adminNote =
  "These commands call the gateway at --url or STANDPIPE_URL. Sign in with standpipe login, or set STANDPIPE_TOKEN or STANDPIPE_ADMIN_TOKEN.";

/** Where the gateway is. */
export const urlFlag = {
  url: text("URL of the gateway", {
    shown: "STANDPIPE_URL, or http://127.0.0.1:8808",
    fault: (given) => (isHttpUrl(given) ? undefined : "the URL of a gateway, such as http://127.0.0.1:8808"),
  }),
};
const jsonFlag = { json: toggle("Print JSON instead of a table", { default: false }) };

/** @param url the value of `--url` */
export async function adminClient(url: string | undefined): Promise<AdminClient> {
  const gateway = gatewayAt(url);
  return createAdminClient(gateway, ownToken() || (await findSignIn(gateway))?.token);
}

/** The gateway's URL, without a slash at its end. */
export function gatewayAt(url: string | undefined): string {
  return (url ?? gatewayUrl()).replace(/\/+$/, "");
}

/** An action that uses a gateway's management API. */
export function defineAction<const Of extends Flags, const Argument extends string = string>({
  run,
  ...definition
}: Definition<Of, Argument>): Command {
  return defineCommand<Flags, string>({
    ...definition,
    flags: { ...definition.flags, ...urlFlag, ...jsonFlag },
    async run(given, argument) {
      const { url, json } = given as Values<typeof urlFlag & typeof jsonFlag>;
      const printed = await run(await adminClient(url), given as Values<Of>, argument as never);
      console.log(json ? JSON.stringify(printed.json, undefined, 2) : printed.text);
      return printed.code;
    },
  });
}

function gatewayUrl(): string {
  const url = process.env["STANDPIPE_URL"] || "http://127.0.0.1:8808";
  if (isHttpUrl(url)) return url;
  throw new CommandError("STANDPIPE_URL takes the URL of a gateway, such as http://127.0.0.1:8808.");
}

/** A service token comes first, because it has fewer rights than the admin token. */
function ownToken(): string | undefined {
  try {
    const env = withSecretFiles(process.env);
    return env["STANDPIPE_TOKEN"] || env["STANDPIPE_ADMIN_TOKEN"];
  } catch (error) {
    throw new CommandError((error as Error).message);
  }
}
