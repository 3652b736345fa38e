import yargs, { type Option } from "yargs";
import { withSecretFiles } from "../../gateway/secrets/secret-files.js";
import { suggestion } from "../../runtime/text/nearest.js";
import { SettingsError } from "../settings.js";
import { ApiRefusal, createAdminClient, type AdminClient } from "./client.js";

/** One thing that a command does, such as `server create`. */
export interface Action<Flags extends CommonFlags = CommonFlags> {
  readonly about: string;
  /** What stands after the action: `<server>`. */
  readonly given?: string;
  readonly options?: Readonly<Record<string, Option>>;
  /** Answers what is printed: as JSON where that was asked for, else by `text`. */
  run(client: AdminClient, flags: Flags, given: string): Promise<Printed>;
}

export interface Printed {
  readonly json: unknown;
  readonly text: string;
}

export interface CommonFlags {
  readonly url: string;
  readonly json: boolean;
}

const common: Readonly<Record<string, Option>> = {
  url: {
    string: true,
    requiresArg: true,
    describe: "Where the gateway is; STANDPIPE_URL or http://127.0.0.1:8808",
  },
  json: { boolean: true, default: false, describe: "Print JSON instead of a table" },
};

/** Runs one of a command's actions against the gateway's API. What can be put right is said on stderr, with exit code 1. */
export async function runActions(
  command: string,
  actions: Readonly<Record<string, Action<never>>>,
  argv: readonly string[],
): Promise<void> {
  try {
    await runAction(command, actions as Readonly<Record<string, Action>>, argv);
  } catch (error) {
    if (!(error instanceof SettingsError || error instanceof ApiRefusal)) throw error;
    console.error(`standpipe: ${error.message}`);
    process.exitCode = 1;
  }
}

async function runAction(
  command: string,
  actions: Readonly<Record<string, Action>>,
  argv: readonly string[],
) {
  const [name = "--help", ...rest] = argv;
  if (["--help", "-h", "help"].includes(name)) return console.log(usage(command, actions));
  const action = Object.hasOwn(actions, name) ? actions[name] : undefined;
  if (!action) throw new SettingsError(unknown(command, name, actions));
  const { flags, given } = parsed(`standpipe ${command} ${name}`, action, rest);
  const url = flags.url ?? (process.env["STANDPIPE_URL"] || "http://127.0.0.1:8808");
  const client = createAdminClient(url, adminToken());
  const { json, text } = await action.run(client, flags, given);
  console.log(flags.json ? JSON.stringify(json, undefined, 2) : text);
}

function adminToken(): string | undefined {
  try {
    return withSecretFiles(process.env)["STANDPIPE_ADMIN_TOKEN"];
  } catch (error) {
    throw new SettingsError((error as Error).message);
  }
}

function parsed(name: string, { about, given = "", options = {} }: Action, argv: readonly string[]) {
  const flags = yargs([...argv])
    .scriptName(name)
    .usage(`$0 ${given} [flags]\n\n${about}`.replace("  ", " "))
    .options({ ...options, ...common })
    .strictOptions()
    .version(false)
    .fail((message, error) => {
      throw error instanceof SettingsError
        ? error
        : new SettingsError(`${message || error?.message}\nSee ${name} --help.`);
    })
    .parseSync() as unknown as CommonFlags & { readonly _: readonly (string | number)[] };
  const wanted = given.startsWith("<") ? 1 : 0;
  const most = given === "" ? 0 : 1;
  if (flags._.length < wanted || flags._.length > most)
    throw new SettingsError(`Usage: ${name} ${given}. See ${name} --help.`);
  return { flags, given: flags._.length > 0 ? String(flags._[0]) : "" };
}

function usage(command: string, actions: Readonly<Record<string, Action>>): string {
  const lines = Object.entries(actions).map(
    ([name, { about, given = "" }]) => `  ${`${name} ${given}`.padEnd(20)}${about}`,
  );
  return `standpipe ${command} <action>\n\n${lines.join("\n")}\n\nIt asks the gateway at --url or STANDPIPE_URL with STANDPIPE_ADMIN_TOKEN.`;
}

function unknown(command: string, name: string, actions: Readonly<Record<string, Action>>): string {
  const near = suggestion(name, Object.keys(actions));
  return `${command} can't ${name}.${near === undefined ? "" : ` Did you mean ${near}?`}\n\n${usage(command, actions)}`;
}
