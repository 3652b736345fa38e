import yargs from "yargs";
import { startSandbox } from "./start-sandbox.js";

/** `standpipe sandbox`: a FireHydrant to practise on, until a signal ends it. */
export async function run(argv: readonly string[]): Promise<void> {
  const flags = yargs([...argv])
    .scriptName("standpipe sandbox")
    .usage(
      "$0 [flags]\n\nServes a stateful stand-in for FireHydrant on loopback, with a view of its state at /.",
    )
    .options({
      port: { number: true, requiresArg: true, default: 8809, describe: "Port to listen on; 0 for any" },
      seed: {
        string: true,
        requiresArg: true,
        default: "default",
        describe: "Names its organisation; empty for none",
      },
      "rate-limit": { boolean: true, default: true, describe: "50 requests in 10 s, as FireHydrant has it" },
      "chaos-latency": { number: true, default: 0, describe: "Milliseconds added to each answer" },
      "chaos-errors": { number: true, default: 0, describe: "Share of requests that fail, 0 to 1" },
      "chaos-broken": { number: true, default: 0, describe: "Share of answers that come broken, 0 to 1" },
      "chaos-injection": { boolean: true, default: false, describe: "Put instructions into incidents' text" },
    })
    .strict()
    .version(false)
    .parseSync();
  const chaos = {
    latency: flags["chaos-latency"],
    errors: flags["chaos-errors"],
    broken: flags["chaos-broken"],
    injection: flags["chaos-injection"],
  };
  const rateLimit = flags["rate-limit"] ? {} : (false as const);
  const { url, key } = await startSandbox("firehydrant", { seed: flags.seed, chaos, rateLimit }, flags.port);
  console.error(
    `FireHydrant's stand-in is at ${url}; watch it there in a browser. Any key will do that looks like ${key}.`,
  );
  console.error(`Next: FIREHYDRANT_BASE_URL=${url} FIREHYDRANT_API_KEY=${key} standpipe serve --http`);
}
