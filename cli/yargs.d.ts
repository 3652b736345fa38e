// yargs 18 has no types. These are the parts that cli/command/ uses.
declare module "yargs" {
  export interface Option {
    readonly describe?: string;
    /** The default in the help. It sets no value. */
    readonly defaultDescription?: string;
    readonly boolean?: boolean;
    readonly string?: boolean;
    readonly array?: boolean;
    readonly requiresArg?: boolean;
  }

  interface Parser {
    scriptName(name: string): Parser;
    usage(text: string): Parser;
    options(options: Readonly<Record<string, Option>>): Parser;
    strictOptions(): Parser;
    version(version: false): Parser;
    help(name: string, describe: string): Parser;
    alias(name: string, other: string): Parser;
    detectLocale(detect: boolean): Parser;
    parserConfiguration(configuration: Readonly<Record<string, boolean>>): Parser;
    fail(handle: (message: string) => never): Parser;
    parseSync(): Readonly<Record<string, unknown>> & { readonly _: readonly string[] };
  }

  export default function yargs(argv: readonly string[]): Parser;
}
