import type { AddressInfo } from "node:net";
import { createBench } from "../../cli/eval/bench.js";
import { api } from "../../generated/firehydrant/index.js";
import { createRegistry } from "../../runtime/index.js";
import { createSandbox } from "../../sandbox/sandbox.js";
import { listen } from "../../sandbox/listen.js";
import type { Verdict } from "../../scenarios/judge.js";
import type { Script, Scenario } from "../../scenarios/scenario.js";
import { loadContract } from "../sandbox/kit/contract.js";
import { play } from "./play.js";

/**
 * Runs scripts on scenarios, over one sandbox that is seeded once. Its clock advances one second per request, so slow work
 * finishes after some requests, and the rate limit is never reached.
 */
export async function createRehearsal() {
  const start = Date.now();
  const clock = { at: start };
  const sandbox = createSandbox({ contract: loadContract(), now: () => new Date(clock.at) });
  const ticking = { ...sandbox, fetch: (request: Request) => ((clock.at += 1000), sandbox.fetch(request)) };
  const server = await listen(ticking, 0, "127.0.0.1");
  const restore = sandbox.save();
  const open = createBench({
    sandbox,
    sandboxUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    begin: () => {
      clock.at = start;
      return restore();
    },
    api,
    registry: createRegistry(api.catalogue),
    on429: "pass",
    report: (error) => console.error(error),
  });
  const run = async (scenario: Scenario, script: Script): Promise<Verdict> => {
    const trial = await open(scenario);
    const said = await play(script, trial).catch((error: Error) => error);
    const verdict = await trial.end(typeof said === "string" ? said : "");
    if (typeof said !== "string") throw said;
    return verdict;
  };
  const idle = async (scenario: Scenario): Promise<Verdict> => (await open(scenario)).end("");
  return { run, idle, close: () => new Promise((resolve) => server.close(resolve)) };
}
