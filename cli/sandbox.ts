import type { ChaosOptions } from "../sandbox/manners/chaos.js";
import { chaosHelp, parseChaos } from "./chaos.js";
import { checkNumber, listFlag, parseFlags } from "./flags.js";
import { isOperators } from "./operators.js";
import { startSandbox } from "./start-sandbox.js";

interface SandboxFlags {
  readonly host: string;
  readonly port: number;
  readonly seed: string;
  readonly rateLimit: boolean;
  readonly chaos: Partial<ChaosOptions>;
}

/** `standpipe sandbox`: a FireHydrant to practise on, until a signal ends it. */
export async function run(argv: readonly string[]): Promise<void> {
  try {
    const { host, port, seed, rateLimit, chaos } = parseSandboxFlags(argv);
    const options = { seed, chaos, rateLimit: rateLimit ? {} : (false as const) };
    for (const signal of ["SIGTERM", "SIGINT"]) process.once(signal, () => process.exit(0));
    announce(await startSandbox("firehydrant", options, { host, port }));
  } catch (error) {
    if (!isOperators(error)) throw error;
    console.error(`standpipe: ${error.message}`);
    process.exitCode = 1;
  }
}

/** @throws SettingsError for a flag that doesn't exist or a value that it doesn't take */
export function parseSandboxFlags(argv: readonly string[]): SandboxFlags {
  const options = {
    host: { string: true, requiresArg: true, default: "127.0.0.1", describe: "Address to listen on" },
    port: { number: true, requiresArg: true, default: 8809, describe: "Port to listen on; 0 for any" },
    seed: {
      string: true,
      requiresArg: true,
      default: "default",
      describe: "Names its organisation; empty for none",
    },
    "rate-limit": { boolean: true, default: true, describe: "50 requests in 10 s, as FireHydrant has it" },
    chaos: { ...listFlag, describe: chaosHelp },
  };
  const flags = parseFlags(argv, {
    command: "sandbox",
    usage: "$0 [flags]\n\nServes a stateful stand-in for FireHydrant, with a view of its state at /.",
    options,
  }) as Omit<SandboxFlags, "chaos"> & { readonly chaos?: readonly string[] };
  checkNumber("port", flags.port, 0, 65_535);
  return { ...flags, chaos: parseChaos(flags.chaos ?? []) };
}

function announce({ url, key }: { readonly url: string; readonly key: string }): void {
  console.error(
    `FireHydrant's stand-in is at ${url}; watch it there in a browser. Any key will do that looks like ${key}.`,
  );
  console.error(`Next: FIREHYDRANT_BASE_URL=${url} FIREHYDRANT_API_KEY=${key} standpipe serve --http`);
}
