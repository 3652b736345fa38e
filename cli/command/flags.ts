import type { Option } from "yargs";
import { splitAtCommas, suggestion } from "../../runtime/index.js";
import { UsageError } from "./errors.js";

/** One flag of a command: its help, and how its value is read. */
export interface Flag<Value> {
  readonly option: Option;
  /** The default value. */
  readonly absent: Value;
  /**
   * @param flag as messages name it, with its dashes
   * @throws UsageError for an invalid value
   */
  read(given: GivenValue, flag: string): Value;
}

/** The values from yargs: texts as they were written, `true` and `false` for a switch. */
export type GivenValue = string | boolean | readonly (string | boolean)[];

export type Flags = Readonly<Record<string, Flag<unknown>>>;

/** Values of flags by name in camel case. */
export type Values<Of extends Flags> = {
  readonly [Name in keyof Of & string as CamelCase<Name>]: Of[Name] extends Flag<infer Value> ? Value : never;
};

type CamelCase<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<CamelCase<Rest>>}`
  : Name;

interface Default<Value> {
  readonly default?: Value;
  /** The default in the help, if the command computes it. */
  readonly shown?: string;
}

/** A flag without a default may have no value. */
type Absent<Settings> = Settings extends { readonly default: unknown } ? never : undefined;

/** On with `--name`, off with `--no-name`. */
export function toggle<const Settings extends Default<boolean>>(
  about: string,
  settings?: Settings,
): Flag<boolean | Absent<Settings>> {
  return {
    option: { ...helpOf(about, settings), boolean: true },
    absent: settings?.default as boolean | Absent<Settings>,
    read: (given) => given === true,
  };
}

interface TextSettings extends Default<string> {
  /** Whether the value may be missing or empty. */
  readonly mayBeEmpty?: true;
  /** The rest of the sentence "--flag takes …" if a text is invalid; undefined if it is valid. */
  readonly fault?: (text: string) => string | undefined;
}

export function text<const Settings extends TextSettings>(
  about: string,
  settings?: Settings,
): Flag<string | Absent<Settings>> {
  const mayBeEmpty = settings?.mayBeEmpty === true;
  return {
    option: { ...helpOf(about, settings), requiresArg: !mayBeEmpty, string: mayBeEmpty },
    absent: settings?.default as string | Absent<Settings>,
    read: (given, flag) => checked(single(given, flag, mayBeEmpty), flag, settings?.fault),
  };
}

interface NumberSettings extends Default<number> {
  readonly least: number;
  readonly most: number;
  /** Whether fractions are allowed. */
  readonly fractions?: true;
}

export function number<const Settings extends NumberSettings>(
  about: string,
  settings: Settings,
): Flag<number | Absent<Settings>> {
  const { least, most, fractions } = settings;
  const kind = fractions ? "a number" : "a whole number";
  return {
    option: { ...helpOf(`${about} (${least} to ${most})`, settings), requiresArg: true },
    absent: settings.default as number | Absent<Settings>,
    read(given, flag) {
      const written = single(given, flag);
      const value = /^-?\d+(\.\d+)?$/.test(written) ? Number(written) : Number.NaN;
      if (value >= least && value <= most && (fractions || Number.isInteger(value))) return value;
      throw notTaken(flag, `${kind} from ${least} to ${most}`, written);
    },
  };
}

export function choice<const Choice extends string, const Settings extends Default<NoInfer<Choice>>>(
  about: string,
  choices: readonly Choice[],
  settings?: Settings,
): Flag<Choice | Absent<Settings>> {
  return {
    option: { ...helpOf(`${about} (${choices.join(", ")})`, settings), requiresArg: true },
    absent: settings?.default as Choice | Absent<Settings>,
    read(given, flag) {
      const written = single(given, flag);
      const found = choices.find((one) => one === written);
      if (found !== undefined) return found;
      throw notTaken(flag, `one of ${choices.join(", ")}`, written, suggestion(written, choices));
    },
  };
}

interface ListSettings {
  /** The rest of the sentence "--flag takes …" if an entry is invalid. */
  readonly fault?: (entry: string) => string | undefined;
}

/** Several values, separated by spaces or commas. */
export function list(about: string, { fault }: ListSettings = {}): Flag<readonly string[] | undefined> {
  return {
    ...lines(about),
    read: (given, flag) => splitAtCommas(several(given, flag)).map((entry) => checked(entry, flag, fault)),
  };
}

/** Several values. Each is a text that may contain spaces and commas. */
export function lines(about: string): Flag<readonly string[] | undefined> {
  return {
    option: { ...helpOf(about), requiresArg: true, array: true },
    absent: undefined,
    read: several,
  };
}

/** The error for an invalid value of a flag. */
function notTaken(flag: string, wanted: string, given: string, near?: string): UsageError {
  const hint = near === undefined ? "" : ` Did you mean ${near}?`;
  return new UsageError(`${flag} takes ${wanted}, not ${quoted(given)}.${hint}`);
}

/** A text from the command line, safe to print in a message. */
export function quoted(given: string): string {
  const plain = given.replace(/[\p{Cc}\p{Cf}]/gu, "?");
  return `"${plain.length > 80 ? `${plain.slice(0, 80)}…` : plain}"`;
}

function checked(given: string, flag: string, fault?: (text: string) => string | undefined): string {
  const wanted = fault?.(given);
  if (wanted !== undefined) throw notTaken(flag, wanted, given);
  return given;
}

function single(given: GivenValue, flag: string, mayBeEmpty = false): string {
  if (typeof given === "object") throw new UsageError(`${flag} is given more than once. Give it once.`);
  if (typeof given === "boolean" || (given === "" && !mayBeEmpty)) throw needsValue(flag);
  return given;
}

function several(given: GivenValue, flag: string): readonly string[] {
  const all = [given].flat().map((one) => single(one, flag));
  if (splitAtCommas(all).length === 0) throw needsValue(flag);
  return all;
}

export function needsValue(flag: string): UsageError {
  return new UsageError(`${flag} needs a value.`);
}

function helpOf(about: string, { default: value, shown }: Default<unknown> = {}): Option {
  const usual = shown ?? (value === undefined || value === false ? undefined : String(value));
  return { describe: about, defaultDescription: usual };
}
