import { promptOf } from "../../tasks/judge.js";
import type { Task } from "../../tasks/task.js";
import { tasks } from "../../tasks/tasks.js";
import { table } from "../admin/table.js";
import { apis } from "../apis.js";
import { defineCommand } from "../command/command.js";
import { missingLibraries } from "../generate/libraries.js";
import { startApiSandbox } from "../sandbox/start.js";
import { registryFor } from "../tool-flags.js";
import { runAgent } from "./agent.js";
import { createBench, type Trial } from "./bench.js";
import { chosen, evalAbout, evalFlags, type EvalFlags } from "./flags.js";
import { report, type Outcome } from "./report.js";

export const command = defineCommand({
  name: "standpipe eval",
  about: evalAbout,
  flags: evalFlags,
  run: evaluate,
});

async function evaluate(flags: EvalFlags): Promise<void> {
  const missing = missingLibraries(["gpt-tokenizer"]);
  if (missing) throw missing;
  const wanted = chosen(tasks, flags.tasks);
  const api = await apis["firehydrant"]!();
  const registry = registryFor(api.catalogue, flags);
  const { sandbox, url: sandboxUrl, close } = await startApiSandbox("firehydrant");
  const begin = () => {
    sandbox.reset();
    return sandbox.world.save()();
  };
  try {
    if (flags.agent === undefined) return list(wanted, (task) => promptOf(task, sandbox.world), flags.json);
    const { on429 } = flags;
    const open = createBench({ sandbox, sandboxUrl, begin, api, registry, on429, report: logged });
    const outcomes = await workThrough(wanted, open, flags.agent, flags);
    console.log(flags.json ? JSON.stringify(outcomes, undefined, 2) : report(outcomes));
  } finally {
    await close();
  }
}

/** Runs tasks one after another. The first interrupt ends the agent and the run. The finished tasks are reported. */
async function workThrough(
  wanted: readonly Task[],
  open: (task: Task) => Promise<Trial>,
  agent: string,
  { timeLimit }: EvalFlags,
): Promise<Outcome[]> {
  const interrupted = new AbortController();
  process.once("SIGINT", () => interrupted.abort());
  const outcomes: Outcome[] = [];
  for (const task of wanted) {
    if (interrupted.signal.aborted) break;
    const limits = { seconds: timeLimit, signal: interrupted.signal };
    const outcome = await attempt(task, await open(task), agent, limits);
    outcomes.push(outcome);
    console.error(
      `${outcomes.length}/${wanted.length} ${task.id}: ${outcome.solved ? "solved" : "not solved"}`,
    );
  }
  return outcomes;
}

async function attempt(
  task: Task,
  trial: Trial,
  agent: string,
  limits: { readonly seconds: number; readonly signal: AbortSignal },
): Promise<Outcome> {
  const began = performance.now();
  const { said, failure } = await runAgent(agent, { ...trial, task: task.id }, limits);
  const took = Math.round((performance.now() - began) / 100) / 10;
  const { solved, ...verdict } = await trial.end(said);
  const usage = await trial.meter.usage();
  return {
    task: task.id,
    solved: solved && failure === undefined,
    seconds: took,
    ...usage,
    failure,
    ...verdict,
  };
}

function list(wanted: readonly Task[], prompt: (task: Task) => string, json: boolean): void {
  const all = wanted.map((task) => ({ task: task.id, prompt: prompt(task) }));
  if (json) return console.log(JSON.stringify(all, undefined, 2));
  console.log(
    table(
      ["task", "prompt"],
      all.map(({ task, prompt }) => [task, prompt.split("\n")[0]!]),
    ),
  );
  console.error(
    `\n${all.length} tasks. Pass --agent CMD to let an agent work through them; see standpipe eval --help.`,
  );
}

/** Errors go to stderr, because stdout has the table. */
function logged(error: Error): void {
  console.error(`standpipe: ${error.message}`);
}
