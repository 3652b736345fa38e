import type { GeneratedApi, On429, Registry } from "../../runtime/index.js";
import { createMcpService, serveHttp } from "../../runtime/serving.js";
import type { Store } from "../../sandbox/store/store.js";
import type { Sandbox } from "../../sandbox/sandbox.js";
import type { State } from "../../tasks/check/result.js";
import { judge, promptOf, type Verdict } from "../../tasks/judge.js";
import type { Task } from "../../tasks/task.js";
import { createAccountCaller } from "../serve/account-caller.js";
import { version } from "../version.js";
import { metered, type Meter } from "./meter.js";

export interface BenchOptions {
  readonly sandbox: Sandbox;
  /** Where the sandbox listens. */
  readonly sandboxUrl: string;
  /** Brings the sandbox to where each task begins, and gives that state to compare with. */
  readonly begin: () => Store;
  readonly api: GeneratedApi;
  readonly registry: Registry;
  readonly on429: On429;
  readonly report: (error: Error) => void;
}

/** One task, ready to be worked on. */
export interface Trial {
  readonly prompt: string;
  /** Where an agent finds the tools. Gone once the trial has ended. */
  readonly url: string;
  readonly meter: Meter;
  /** Ends it. `said` is what the agent printed. */
  end(said: string): Promise<Verdict>;
}

/** Opens one trial after another on the same sandbox; each has a server, a pace and a URL of its own. */
export function createBench(options: BenchOptions): (task: Task) => Promise<Trial> {
  const { sandbox, sandboxUrl, begin, api, registry, on429, report } = options;
  const { world } = sandbox;

  return async (task) => {
    const planted = begin();
    await task.setUp?.({ world, control: (action, body) => control(sandbox, action, body) });
    const before: State = { at: world.now(), store: task.setUp ? world.save()() : planted };
    const account = { baseUrl: sandboxUrl, key: task.key ?? "fhb-sandbox" };
    const caller = createAccountCaller(api, registry, account, { on429, tokenBudget: 20_000, report });
    const { service, meter } = metered(createMcpService({ api, registry, caller, version, report }));
    const { url, drain } = await serveHttp(service, { host: "127.0.0.1", port: 0, report });
    return {
      prompt: promptOf(task, world),
      url,
      meter,
      end: async (said) => {
        // What an agent that was stopped had begun must not reach into the next task.
        await drain(graceMs);
        await caller.close();
        world.tick();
        return judge(task, before, world, said);
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
