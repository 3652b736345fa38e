import {
  type Caller,
  type GeneratedApi,
  type McpService,
  type On429,
  practiceTarget,
  type Registry,
} from "../../runtime/index.js";
import { createMcpService, serveHttp } from "../../runtime/serving.js";
import type { Store } from "../../sandbox/store/store.js";
import type { Sandbox } from "../../sandbox/sandbox.js";
import type { State } from "../../scenarios/check/result.js";
import { judge, promptOf, type Verdict } from "../../scenarios/judge.js";
import type { Scenario } from "../../scenarios/scenario.js";
import { createAccountCaller } from "../serve/account-caller.js";
import { version } from "../version.js";
import { metered, type Meter } from "./meter.js";

export interface BenchOptions {
  readonly sandbox: Sandbox;
  /** Where the sandbox listens. */
  readonly sandboxUrl: string;
  /** Resets the sandbox before each scenario, and returns that state to compare with. */
  readonly begin: () => Store;
  readonly api: GeneratedApi;
  readonly registry: Registry;
  readonly on429: On429;
  readonly report: (error: Error) => void;
}

/** One scenario that is ready to start. */
export interface Trial {
  readonly prompt: string;
  /** The URL with the tools. It stops working after the trial. */
  readonly url: string;
  /** The same tools in this process. */
  readonly service: McpService;
  readonly meter: Meter;
  /** Ends the trial. `said` is the agent's output. */
  end(said: string): Promise<Verdict>;
}

/** Runs trials one after another on the same sandbox. Each has its own server, rate limit and URL. */
export function createBench(options: BenchOptions): (scenario: Scenario) => Promise<Trial> {
  const { sandbox, sandboxUrl, begin, api, registry, on429, report } = options;
  const { world } = sandbox;

  return async (scenario) => {
    const planted = begin();
    await scenario.setUp?.({ world, control: (action, body) => control(sandbox, action, body) });
    const before: State = { at: world.now(), store: scenario.setUp ? world.save()() : planted };
    const account = practiceTarget(api.catalogue.api, sandboxUrl, scenario.key ?? "fhb-sandbox");
    const caller = await createAccountCaller(api, registry, account, { on429, tokenBudget: 20_000, report });
    const { service, meter } = metered(caller, (counted: Caller) =>
      createMcpService({ api, registry, caller: counted, version, report }),
    );
    const { url, drain } = await serveHttp(service, { host: "127.0.0.1", port: 0, report });
    return {
      prompt: promptOf(scenario, world),
      url,
      service,
      meter,
      end: async (said) => {
        // Calls of a stopped agent must not affect the next scenario.
        await drain(graceMs);
        await caller.close();
        world.tick();
        return judge(scenario, before, world, said);
      },
    };
  };
}

const graceMs = 2_000;

async function control(sandbox: Sandbox, action: string, body: object): Promise<void> {
  const request = new Request(`http://sandbox/__control/${action}`, {
    method: "POST",
    body: JSON.stringify(body),
  });
  const response = await sandbox.fetch(request);
  if (!response.ok) throw new Error(`The sandbox refuses ${action}: ${await response.text()}`);
}
