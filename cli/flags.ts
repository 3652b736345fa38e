import yargs, { type Options } from "yargs";
import { suggestion } from "../runtime/text/nearest.js";
import { surfaces } from "../runtime/contract/surfaces.js";
import { nameStyles } from "../runtime/registry/registry.js";
import { SettingsError } from "./settings.js";

/** A flag that takes several values, apart by blanks or commas. */
export const listFlag = { array: true, string: true, requiresArg: true, coerce: splitAtCommas } as const;

/** Which tools a client sees and how they behave, for every command that serves some. */
export const toolFlags = {
  surface: { choices: surfaces, describe: "Which tools are listed; curated, or all where there are few" },
  names: { choices: nameStyles, default: "canonical", describe: "Under which names tools are listed" },
  methods: {
    ...listFlag,
    describe: "Only tools that do this: list get create update delete custom read write",
  },
  tags: { ...listFlag, describe: "Only tools with any of these tags" },
  tools: { ...listFlag, describe: "Only tools whose names match, such as 'list_*'" },
  deny: { ...listFlag, describe: "No tool whose name matches" },
  "on-429": {
    choices: ["pass", "wait"],
    default: "wait",
    describe: "At the API's rate limit: wait, or say so at once",
  },
} as const;

interface FlagsOf {
  readonly command: string;
  readonly usage: string;
  readonly options: Options;
}

/** @throws SettingsError for a flag that doesn't exist or a value that it doesn't take */
export function parseFlags(argv: readonly string[], { command, usage, options }: FlagsOf): unknown {
  return yargs([...argv])
    .scriptName(`standpipe ${command}`)
    .usage(usage)
    .options(options)
    .strict()
    .version(false)
    .fail((message, error) => {
      throw error instanceof SettingsError
        ? error
        : new SettingsError(explained(command, message, argv, Object.keys(options)));
    })
    .parseSync();
}

/** What yargs finds wrong, in words that help. */
function explained(
  command: string,
  message: string,
  argv: readonly string[],
  flags: readonly string[],
): string {
  const help = `See standpipe ${command} --help.`;
  const unknown = message.match(/^Unknown arguments?: ([^,\s]+)/)?.[1];
  if (unknown === undefined) return `${message}\n${help}`;
  if (!argv.some((given) => given.startsWith("-") && given.includes(unknown)))
    return `${command} takes no "${unknown}". ${help}`;
  const near = suggestion(unknown, flags);
  return `There is no flag --${unknown}.${near === undefined ? "" : ` Did you mean --${near}?`} ${help}`;
}

/** @throws SettingsError for anything but a whole number within its limits */
export function checkNumber(flag: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw new SettingsError(`--${flag} takes a whole number from ${least} to ${most}.`);
}

function splitAtCommas(values: readonly string[] | undefined): string[] | undefined {
  return values?.flatMap((value) => value.split(",")).filter((value) => value !== "");
}
