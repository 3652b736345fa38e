import type { AddressInfo } from "node:net";
import { createRegistry, type GeneratedApi, type Surface } from "../../runtime/index.js";
import type { ContractDocument } from "../../sandbox/contract/contract.js";
import { listen } from "../../sandbox/listen.js";
import { createSandbox } from "../../sandbox/sandbox.js";
import type { Scenario } from "../../scenarios/scenario.js";
import { createBench, type Trial } from "./bench.js";

/** Trials of scripts on one sandbox. */
export interface Rehearsal {
  /** Opens trials on a surface. */
  on(surface: Surface): (scenario: Scenario) => Promise<Trial>;
  close(): Promise<unknown>;
}

/**
 * Starts a sandbox for scripts, which is seeded once. Its clock advances one second per request, so slow work finishes
 * after some requests, and the rate limit is never reached.
 */
export async function startRehearsal(
  contract: ContractDocument,
  api: GeneratedApi,
  report: (error: Error) => void,
): Promise<Rehearsal> {
  const start = Date.now();
  const clock = { at: start };
  const sandbox = createSandbox({ contract, now: () => new Date(clock.at) });
  const ticking = { ...sandbox, fetch: (request: Request) => ((clock.at += 1000), sandbox.fetch(request)) };
  const server = await listen(ticking, 0, "127.0.0.1");
  const restore = sandbox.save();
  const begin = () => {
    clock.at = start;
    return restore();
  };
  const sandboxUrl = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  const parts = { sandbox, sandboxUrl, begin, api, on429: "pass" as const, report };
  return {
    on: (surface) => createBench({ ...parts, registry: createRegistry(api.catalogue, { surface }) }),
    close: () => new Promise((resolve) => server.close(resolve)),
  };
}
