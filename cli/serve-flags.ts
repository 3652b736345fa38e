import type { Surface } from "../runtime/contract/surfaces.js";
import type { NameStyle } from "../runtime/registry/registry.js";
import { checkNumber, listFlag, parseFlags, toolFlags } from "./flags.js";
import { SettingsError } from "./settings.js";

/** What `standpipe serve` was asked for. */
export interface ServeFlags {
  readonly api: string;
  readonly http: boolean;
  readonly host: string;
  readonly port: number;
  readonly allowHost?: readonly string[];
  readonly baseUrl?: string;
  readonly surface?: Surface;
  readonly names: NameStyle;
  readonly methods?: readonly string[];
  readonly tags?: readonly string[];
  readonly tools?: readonly string[];
  readonly deny?: readonly string[];
  readonly on429: "pass" | "wait";
  readonly resultTokenBudget: number;
  readonly rateLimit?: number;
  readonly redact?: readonly string[];
  readonly connectSeconds: number;
  readonly firstByteSeconds: number;
  readonly callSeconds: number;
  readonly sandbox: boolean;
}

/**
 * @param names of the APIs that can be served, the default one first
 * @throws SettingsError for a flag that doesn't exist or a value that it doesn't take
 */
export function parseServeFlags(argv: readonly string[], names: readonly string[]): ServeFlags {
  const options = {
    api: { choices: names, default: names[0], describe: "API to serve" },
    stdio: { boolean: true, describe: "Serve stdin and stdout, one client (default)" },
    http: { boolean: true, default: false, conflicts: "stdio", describe: "Serve Streamable HTTP at /mcp" },
    host: { string: true, requiresArg: true, default: "127.0.0.1", describe: "Address to listen on" },
    port: { number: true, requiresArg: true, default: 8808, describe: "Port to listen on; 0 for any" },
    "allow-host": { ...listFlag, describe: "Further names under which clients reach the server" },
    "base-url": {
      string: true,
      requiresArg: true,
      describe: "Where the API is, instead of a region's server",
    },
    ...toolFlags,
    "result-token-budget": {
      number: true,
      requiresArg: true,
      default: 20_000,
      describe: "Most tokens of a result",
    },
    "rate-limit": {
      number: true,
      requiresArg: true,
      describe:
        "Requests in the API's window to keep within, where others use the account too; 0 for no pace",
    },
    redact: {
      ...listFlag,
      describe: "Hide in results and logs, beside secrets: emails, and fields by their names",
    },
    "connect-seconds": {
      number: true,
      requiresArg: true,
      default: 5,
      describe: "Most seconds to reach the API",
    },
    "first-byte-seconds": {
      number: true,
      requiresArg: true,
      default: 30,
      describe: "Most seconds until the API answers, and of a silence within its answer",
    },
    "call-seconds": {
      number: true,
      requiresArg: true,
      default: 60,
      describe: "Most seconds of a call, with the wait for its turn",
    },
    sandbox: {
      boolean: true,
      default: false,
      describe: "Serve against a stand-in for the API; needs no key",
    },
  };
  const flags = parseFlags(argv, {
    command: "serve",
    usage: "$0 [flags]\n\nServes an API's tools over MCP.",
    options,
  }) as ServeFlags;
  checkNumber("port", flags.port, 0, 65_535);
  checkNumber("result-token-budget", flags.resultTokenBudget, 500, 1_000_000);
  if (flags.rateLimit !== undefined) checkNumber("rate-limit", flags.rateLimit, 0, 1_000_000);
  checkSeconds("connect-seconds", flags.connectSeconds, 1, 60);
  checkSeconds("first-byte-seconds", flags.firstByteSeconds, 0.1, 300);
  checkSeconds("call-seconds", flags.callSeconds, 0.1, 600);
  return flags;
}

function checkSeconds(flag: string, value: number, least: number, most: number): void {
  if (value >= least && value <= most) return;
  throw new SettingsError(`--${flag} takes a number from ${least} to ${most}.`);
}
