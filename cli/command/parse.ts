import yargs from "yargs";
import { suggestion } from "../../runtime/index.js";
import { UsageError } from "./errors.js";
import { needsValue, quoted, type Flags, type GivenValue, type Values } from "./flags.js";

/** The usage of a command. */
export interface Form<Of extends Flags = Flags> {
  /** Including the program: `standpipe serve`. */
  readonly name: string;
  readonly about: string;
  /** The text after the name: `<server>` if it is required, `[source]` if it is optional. */
  readonly argument?: string;
  readonly flags: Of;
}

export interface Parsed<Of extends Flags> {
  readonly flags: Values<Of>;
  readonly argument: string | undefined;
}

/**
 * Parses a command's arguments. `--help` prints the help and ends the process.
 * @throws UsageError
 */
export function parse<Of extends Flags>(form: Form<Of>, argv: readonly string[]): Parsed<Of> {
  const { flags } = form;
  refuseSwitchValues(flags, argv);
  const given = parsedBy(form, argv);
  const values = Object.entries(flags).map(([name, flag]) => {
    const value = given[name] as GivenValue | undefined;
    return [camelCase(name), value === undefined ? flag.absent : flag.read(value, `--${name}`)] as const;
  });
  return {
    flags: Object.fromEntries(values) as Values<Of>,
    argument: argumentOf(form, given._),
  };
}

function parsedBy({ name, about, argument, flags }: Form, argv: readonly string[]) {
  const options = Object.fromEntries(Object.entries(flags).map(([flag, { option }]) => [flag, option]));
  return (
    yargs([...argv])
      .scriptName(name)
      .usage(`$0 ${argument === undefined ? "" : `${argument} `}[flags]\n\n${about}`)
      .options(options)
      .help("help", "Show this help")
      .alias("help", "h")
      .strictOptions()
      .version(false)
      // Its messages are read below, so they may not change with the language of the terminal.
      .detectLocale(false)
      .parserConfiguration({
        "camel-case-expansion": false,
        "dot-notation": false,
        "parse-numbers": false,
        "parse-positional-numbers": false,
      })
      .fail((message) => {
        throw faultOf(message, argv, Object.keys(flags));
      })
      .parseSync()
  );
}

/** yargs's errors, rewritten to name the flag. */
function faultOf(message: string, argv: readonly string[], names: readonly string[]): UsageError {
  const valueless = /^Not enough arguments following: (\S+)/.exec(message)?.[1];
  if (valueless !== undefined) return needsValue(`--${valueless}`);
  const unknown = /^Unknown arguments?: ([^,\s]+)/.exec(message)?.[1];
  if (unknown === undefined) return new UsageError(message);
  const written = argv.find((one) => one.startsWith("-") && one.includes(unknown))?.split("=")[0];
  const near = suggestion(unknown, names);
  const hint = near === undefined ? "" : ` Did you mean --${near}?`;
  return new UsageError(`There is no flag ${quoted(written ?? unknown)}.${hint}`);
}

/** yargs reads `--json=maybe` as `--no-json`. */
function refuseSwitchValues(flags: Flags, argv: readonly string[]): void {
  for (const given of argv) {
    if (given === "--") return;
    const [, name = "", value] = /^--(?:no-)?([^=]+)=(.*)$/s.exec(given) ?? [];
    const isSwitch = name === "help" || (Object.hasOwn(flags, name) && flags[name]!.option.boolean);
    if (isSwitch && value !== "true" && value !== "false")
      throw new UsageError(`--${name} takes no value. Write --${name} or --no-${name}.`);
  }
}

function argumentOf({ argument }: Form, given: readonly string[]): string | undefined {
  const most = argument === undefined ? 0 : 1;
  if (given.length > most) throw new UsageError(`There is no place for ${quoted(given[most]!)}.`);
  if (given.length === 0 && argument?.startsWith("<"))
    throw new UsageError(`The argument ${argument} is missing.`);
  return given[0];
}

/** The key of a flag's value. */
export function camelCase(name: string): string {
  return name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());
}
