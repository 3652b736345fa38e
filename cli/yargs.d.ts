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

  interface Parser {
    scriptName(name: string): Parser;
    usage(text: string): Parser;
    options(options: Readonly<Record<string, Option>>): Parser;
    strict(): Parser;
    version(version: false): Parser;
    demandCommand(least: number, most: number, tooFew?: string, tooMany?: string): Parser;
    fail(handle: (message: string, error: Error | undefined) => never): Parser;
    parseSync(): Readonly<Record<string, unknown>> & { readonly _: readonly (string | number)[] };
  }

  export default function yargs(argv: readonly string[]): Parser;
}
