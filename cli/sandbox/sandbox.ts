import { defineCommand } from "../command/command.js";
import { text, toggle, type Values } from "../command/flags.js";
import { explainListenError, listenFlags } from "../listening.js";
import { endProcess, endSignal } from "../process-end.js";
import { chaosFlag, chaosOptions } from "./chaos.js";
import { startApiSandbox, type ApiSandbox } from "./start.js";

const flags = {
  ...listenFlags(8809),
  seed: text("Name of the organisation's data; the same name gives the same data, empty gives none", {
    default: "default",
  }),
  "rate-limit": toggle("Limit requests to 50 in 10 s, as FireHydrant does; --no-rate-limit doesn't", {
    default: true,
  }),
  chaos: chaosFlag,
};

export const command = defineCommand({
  name: "standpipe sandbox",
  about: "Serves a FireHydrant to practise on. Its state is shown at / of its URL.",
  flags,
  async run(given) {
    const ended = endSignal();
    announce(await start(given));
    await ended;
    endProcess();
  },
});

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
