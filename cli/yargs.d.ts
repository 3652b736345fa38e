// yargs 18 brings no types of its own; this is as much of it as is used here.
declare module "yargs" {
  interface Option {
    readonly describe?: string;
    readonly boolean?: boolean;
    readonly string?: boolean;
    readonly number?: boolean;
    readonly array?: boolean;
    readonly requiresArg?: boolean;
    readonly demandOption?: boolean;
    readonly alias?: string;
    readonly conflicts?: string;
    readonly choices?: readonly string[];
    readonly default?: unknown;
    coerce?(value: never): unknown;
  }

  type Options = Readonly<Record<string, Option>>;

  /** What one option holds; undefined too where it has no default and is not demanded. */
  type Value<Given extends Option> =
    | (Given extends { array: true }
        ? string[]
        : Given extends { choices: readonly (infer Choice)[] }
          ? Choice
          : Given extends { boolean: true }
            ? boolean
            : Given extends { number: true }
              ? number
              : string)
    | (Given extends { default: NonNullable<unknown> } | { demandOption: true } ? never : undefined);

  interface Parser<Values> {
    scriptName(name: string): Parser<Values>;
    usage(text: string): Parser<Values>;
    options<const Given extends Options>(
      options: Given,
    ): Parser<Values & { readonly [Name in keyof Given]: Value<Given[Name]> }>;
    strict(): Parser<Values>;
    strictOptions(): Parser<Values>;
    version(version: false): Parser<Values>;
    demandCommand(least: number, most: number, tooFew?: string, tooMany?: string): Parser<Values>;
    fail(handle: (message: string, error: Error | undefined) => never): Parser<Values>;
    parseSync(): Values & { readonly _: readonly (string | number)[] };
  }

  export default function yargs(argv: readonly string[]): Parser<unknown>;
}
