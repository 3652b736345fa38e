import yargs from "yargs";
import { suggestion } from "../runtime/arguments/nearest.js";
import type { GeneratedApi } from "../runtime/catalogue.js";
import { createMcpService } from "../runtime/mcp/service.js";
import {
  createRegistry,
  nameStyles,
  surfaces,
  type NameStyle,
  type Registry,
  type Surface,
} from "../runtime/registry.js";
import { SelectionError } from "../runtime/selection.js";
import { UnguardedError } from "../runtime/transport/unguarded.js";
import { lazyCaller } from "./lazy-caller.js";
import { apis as ownApis, type Apis } from "./apis.js";
import { runHttp, runStdio } from "./run.js";
import { accountOf, SettingsError, type Account } from "./settings.js";
import { version } from "./version.js";

/** What `standpipe serve` was asked for. */
export interface ServeFlags {
  readonly api: string;
  readonly http: boolean;
  readonly host: string;
  readonly port: number;
  readonly allowHost?: readonly string[];
  readonly baseUrl?: string;
  readonly surface: Surface;
  readonly names: NameStyle;
  readonly methods?: readonly string[];
  readonly tags?: readonly string[];
  readonly tools?: readonly string[];
  readonly deny?: readonly string[];
  readonly on429: "pass" | "wait";
  readonly resultTokenBudget: number;
  readonly sandbox: boolean;
}

/**
 * `standpipe serve`: serves one API's tools until the client or a signal ends it. What can be put right is said on
 * stderr, with exit code 1.
 */
export async function run(argv: readonly string[], apis: Apis = ownApis): Promise<void> {
  try {
    await serve(parseServeFlags(argv, apis), apis);
  } catch (error) {
    if (!isOperators(error)) throw error;
    console.error(`standpipe: ${error.message}`);
    process.exitCode = 1;
  }
}

/** @throws SettingsError for a flag that doesn't exist or a value that it doesn't take */
export function parseServeFlags(argv: readonly string[], apis: Apis = ownApis): ServeFlags {
  const list = { array: true, string: true, requiresArg: true, coerce: splitAtCommas } as const;
  const names = Object.keys(apis);
  const options = {
    api: { choices: names, default: names[0], describe: "API to serve" },
    stdio: { boolean: true, describe: "Serve stdin and stdout, one client (default)" },
    http: { boolean: true, default: false, conflicts: "stdio", describe: "Serve Streamable HTTP at /mcp" },
    host: { string: true, requiresArg: true, default: "127.0.0.1", describe: "Address to listen on" },
    port: { number: true, requiresArg: true, default: 8808, describe: "Port to listen on; 0 for any" },
    "allow-host": { ...list, describe: "Further names under which clients reach the server" },
    "base-url": {
      string: true,
      requiresArg: true,
      describe: "Where the API is, instead of a region's server",
    },
    surface: { choices: surfaces, default: "curated", describe: "Which tools are listed" },
    names: { choices: nameStyles, default: "canonical", describe: "Under which names tools are listed" },
    methods: {
      ...list,
      describe: "Only tools that do this: list get create update delete custom read write",
    },
    tags: { ...list, describe: "Only tools with any of these tags" },
    tools: { ...list, describe: "Only tools whose names match, such as 'list_*'" },
    deny: { ...list, describe: "No tool whose name matches" },
    "on-429": {
      choices: ["pass", "wait"],
      default: "wait",
      describe: "At the API's rate limit: wait, or say so at once",
    },
    "result-token-budget": {
      number: true,
      requiresArg: true,
      default: 20_000,
      describe: "Most tokens of a result",
    },
    sandbox: {
      boolean: true,
      default: false,
      describe: "Serve against a stand-in for the API; needs no key",
    },
  };
  const flags = yargs([...argv])
    .scriptName("standpipe serve")
    .usage("$0 [flags]\n\nServes an API's tools over MCP.")
    .options(options)
    .strict()
    .version(false)
    .fail((message, error) => {
      throw error instanceof SettingsError
        ? error
        : new SettingsError(explained(message, argv, Object.keys(options)));
    })
    .parseSync() as unknown as ServeFlags;
  checkNumber("port", flags.port, 0, 65_535);
  checkNumber("result-token-budget", flags.resultTokenBudget, 500, 1_000_000);
  return flags;
}

async function serve(flags: ServeFlags, apis: Apis): Promise<void> {
  const api = await apis[flags.api]!();
  const registry = createRegistry(api.catalogue, {
    surface: flags.surface,
    names: flags.names,
    selection: { methods: flags.methods, tags: flags.tags, allow: flags.tools, deny: flags.deny },
  });
  const account = await accountFor(flags, api);
  const caller = lazyCaller(async () => {
    const { createAccountCaller } = await import("./account-caller.js");
    return createAccountCaller(api, registry, account, {
      on429: flags.on429,
      tokenBudget: flags.resultTokenBudget,
      report,
    });
  });
  const service = createMcpService({ api, registry, caller, version, report });
  if (!flags.http) return runStdio(service, caller, report);

  const token = process.env["STANDPIPE_TOKEN"] || undefined;
  const options = { host: flags.host, port: flags.port, allowedHosts: flags.allowHost, token, report };
  await runHttp(service, caller, options, (url) => announce(url, registry, token !== undefined));
}

async function accountFor({ sandbox, api: name, baseUrl }: ServeFlags, api: GeneratedApi): Promise<Account> {
  if (!sandbox) return accountOf(api.catalogue, process.env, baseUrl);
  const { startSandbox } = await import("./start-sandbox.js");
  const { url, key } = await startSandbox(name);
  return { baseUrl: url, key };
}

function announce(url: string, { catalogue, listed, visible }: Registry, needsToken: boolean): void {
  const { name, title } = catalogue.api;
  const header = needsToken ? ' --header "Authorization: Bearer $STANDPIPE_TOKEN"' : "";
  console.error(
    `${title}'s tools are served at ${url}: ${listed.length} listed, ${visible.size} can be called.`,
  );
  console.error(`Next: claude mcp add --transport http ${name} ${url}${header}`);
}

/** Logs go to stderr; stdout may be the protocol's. */
function report(error: Error): void {
  console.error(`standpipe: ${error.message}`);
}

/** Whether an error is for whoever started the server to put right, and says how. */
function isOperators(error: unknown): error is Error {
  if (error instanceof SettingsError || error instanceof SelectionError || error instanceof UnguardedError)
    return true;
  return (
    error instanceof Error &&
    "code" in error &&
    ["EADDRINUSE", "EACCES", "EADDRNOTAVAIL"].includes(String(error.code))
  );
}

function splitAtCommas(values: readonly string[] | undefined): string[] | undefined {
  return values?.flatMap((value) => value.split(",")).filter((value) => value !== "");
}

function explained(message: string, argv: readonly string[], flags: readonly string[]): string {
  const help = "See standpipe serve --help.";
  const unknown = message.match(/^Unknown arguments?: ([^,\s]+)/)?.[1];
  if (unknown === undefined) return `${message}\n${help}`;
  if (!argv.some((given) => given.startsWith("-") && given.includes(unknown)))
    return `serve takes no "${unknown}". ${help}`;
  const near = suggestion(unknown, flags);
  return `There is no flag --${unknown}.${near === undefined ? "" : ` Did you mean --${near}?`} ${help}`;
}

function checkNumber(flag: string, value: number, least: number, most: number): void {
  if (Number.isInteger(value) && value >= least && value <= most) return;
  throw new SettingsError(`--${flag} takes a whole number from ${least} to ${most}.`);
}
