import { defineCommand } from "../command/command.js";
import { apis } from "../apis.js";
import { UsageError } from "../command/errors.js";
import { text, toggle, type Values } from "../command/flags.js";
import { missingLibraries } from "../generate/libraries.js";
import { loadApi } from "../load-api.js";
import { explainListenError, listenFlags } from "../listening.js";
import { optimiseFor } from "../optimiser.js";
import { endProcess, endSignal } from "../process-end.js";
import { chaosFlag, chaosOptions } from "./chaos.js";
import type { StartedSandbox } from "./any-api.js";
import { startApiSandbox, type ApiSandbox } from "./start.js";

const flags = {
  ...listenFlags(8809),
  seed: text("Name of the test data; the same name gives the same data, 'empty' gives none", {
    default: "default",
  }),
  "rate-limit": toggle("Limit requests to 50 in 10 s, as FireHydrant does; --no-rate-limit turns it off", {
    default: true,
  }),
  chaos: chaosFlag,
  api: text("Another API: the folder of a generated one"),
  spec: text("Another API: its OpenAPI document, a file or a URL"),
};

export const command = defineCommand({
  name: "standpipe sandbox",
  about:
    "Serves a FireHydrant to practise on, or any API with --api or --spec. docs/sandbox.md explains both.",
  flags,
  async run(given) {
    const ended = endSignal();
    if (given.api === undefined && given.spec === undefined) announce(await start(given));
    else announceAny(await startAny(given));
    optimiseFor("long");
    await ended;
    endProcess();
  },
});

async function startAny({
  host,
  port,
  seed,
  chaos,
  api,
  spec,
}: Values<typeof flags>): Promise<StartedSandbox> {
  if (api !== undefined && spec !== undefined)
    throw new UsageError("--api and --spec exclude each other. Leave one of them out.");
  const { startFromContract, startFromGenerated } = await import("./any-api.js");
  const options = { host, port, seed, chaos: chaosOptions(chaos) };
  const starting =
    spec === undefined
      ? startFromGenerated(await loadApi(api!, apis), options)
      : startFromContract({ ...options, contract: await contractOf(spec) });
  return starting.catch((error: unknown) => explainListenError(error, { host, port }));
}

/** @throws CommandError, ImportError */
async function contractOf(spec: string): Promise<Readonly<Record<string, unknown>>> {
  const missing = missingLibraries(["swagger2openapi"]);
  if (missing) throw missing;
  return (await import("../generate/read-contract.js")).readContract(spec);
}

function announceAny({ url }: StartedSandbox): void {
  console.error(
    `The sandbox is served at ${url}. It takes any key. ${url}/__control lists what each operation does.`,
  );
}

function start({ host, port, seed, rateLimit, chaos }: Values<typeof flags>): Promise<ApiSandbox> {
  const options = {
    host,
    port,
    seed,
    chaos: chaosOptions(chaos),
    rateLimit: rateLimit ? {} : (false as const),
  };
  return startApiSandbox("firehydrant", options).catch((error: unknown) =>
    explainListenError(error, { host, port }),
  );
}

function announce({ url, key }: ApiSandbox): void {
  console.error(
    `The sandbox is served at ${url}. Open it in a browser to watch it. It takes keys such as ${key}.`,
  );
  console.error(`Next: FIREHYDRANT_BASE_URL=${url} FIREHYDRANT_API_KEY=${key} standpipe serve --http`);
}
