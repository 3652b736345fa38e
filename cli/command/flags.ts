import type { Option } from "yargs";
import { suggestion } from "../../runtime/index.js";
import { UsageError } from "./errors.js";

/** One flag of a command: how the help shows it, and how its value is read. */
export interface Flag<Value> {
  readonly option: Option;
  /** The value where the flag is not given. */
  readonly absent: Value;
  /**
   * @param flag as messages name it, with its dashes
   * @throws UsageError for a value that the flag doesn't take
   */
  read(given: GivenValue, flag: string): Value;
}

/** What yargs finds for a flag: texts as they were written, `true` and `false` for a switch. */
export type GivenValue = string | boolean | readonly (string | boolean)[];

export type Flags = Readonly<Record<string, Flag<unknown>>>;

/** The values of flags, under their names in camel case. */
export type Values<Of extends Flags> = {
  readonly [Name in keyof Of & string as CamelCase<Name>]: Of[Name] extends Flag<infer Value> ? Value : never;
};

type CamelCase<Name extends string> = Name extends `${infer First}-${infer Rest}`
  ? `${First}${Capitalize<CamelCase<Rest>>}`
  : Name;

interface Default<Value> {
  readonly default?: Value;
  /** Shown in the help where the command finds the value itself. */
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
  /** Whether the flag may stand without a value, or with an empty one. */
  readonly mayBeEmpty?: true;
  /** The rest of the sentence "--flag takes …" where a text is not one that the flag takes; nothing where it is. */
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
  /** Whether fractions are taken. */
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
  /** The rest of the sentence "--flag takes …" where an entry is not one that the flag takes. */
  readonly fault?: (entry: string) => string | undefined;
}

/** Several values, separated by blanks or commas. */
export function list(about: string, { fault }: ListSettings = {}): Flag<readonly string[] | undefined> {
  return {
    ...lines(about),
    read: (given, flag) => splitAtCommas(several(given, flag)).map((entry) => checked(entry, flag, fault)),
  };
}

/** Several values, each a text that may hold blanks and commas. */
export function lines(about: string): Flag<readonly string[] | undefined> {
  return {
    option: { ...helpOf(about), requiresArg: true, array: true },
    absent: undefined,
    read: several,
  };
}

/** Says that a value is not one that a flag takes. */
function notTaken(flag: string, wanted: string, given: string, near?: string): UsageError {
  const hint = near === undefined ? "" : ` Did you mean ${near}?`;
  return new UsageError(`${flag} takes ${wanted}, not ${quoted(given)}.${hint}`);
}

/** A text from the command line, fit for a message. */
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

function splitAtCommas(values: readonly string[]): string[] {
  return values
    .flatMap((value) => value.split(","))
    .map((value) => value.trim())
    .filter((value) => value !== "");
}

function helpOf(about: string, { default: value, shown }: Default<unknown> = {}): Option {
  const usual = shown ?? (value === undefined || value === false ? undefined : String(value));
  return { describe: about, defaultDescription: usual };
}
