import { createBench, type Trial } from "../../cli/eval/bench.js";
import { api } from "../../generated/firehydrant/index.js";
import { createRegistry } from "../../runtime/registry.js";
import { createSandbox } from "../../sandbox/sandbox.js";
import { listen } from "../../sandbox/start.js";
import type { Verdict } from "../../tasks/judge.js";
import type { Script, Task, ToolCall } from "../../tasks/task.js";
import { httpClient } from "../fixtures/clients.js";
import { loadContract } from "../sandbox-kit/contract.js";
import type { AddressInfo, Server } from "node:net";

/**
 * Runs scripts on tasks, over one sandbox whose seed is planted once. Its clock stands but for a second that each
 * request takes: work that goes on is done some requests later, and the rate limit is never reached.
 */
export async function createRehearsal() {
  const clock = { at: Date.now() };
  const sandbox = createSandbox({ contract: loadContract(), now: () => new Date(clock.at) });
  const server = (await listen(
    { ...sandbox, fetch: (request) => ((clock.at += 1000), sandbox.fetch(request)) },
    0,
    "127.0.0.1",
  )) as Server;
  const restore = sandbox.save();
  const start = clock.at;
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
  const run = async (task: Task, script: Script): Promise<Verdict> => {
    const trial = await open(task);
    const said = await play(script, trial).catch(async (error) => {
      await trial.end("");
      throw error;
    });
    return trial.end(said === undefined ? "" : `ANSWER: ${said}`);
  };
  return { run, sandbox, close: () => new Promise((resolve) => server.close(resolve)) };
}

async function play(script: Script, { url, prompt }: Trial): Promise<string | void> {
  const client = await httpClient("client 2.x", url);
  const call: ToolCall = async (tool, args) => {
    const { text, isError } = await client.call(tool, args);
    if (isError) throw new Error(`${tool} is refused: ${text}`);
    return JSON.parse(text);
  };
  try {
    return await script(call, prompt);
  } finally {
    await client.close();
  }
}
