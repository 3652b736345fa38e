import { createRegistry } from "../runtime/registry/registry.js";
import { startSandbox } from "../sandbox/start.js";
import { promptOf } from "../tasks/judge.js";
import type { Task } from "../tasks/task.js";
import { tasks } from "../tasks/tasks.js";
import { table } from "./admin/table.js";
import { apis } from "./apis.js";
import { repairedContract } from "./contract.js";
import { runAgent } from "./eval/agent.js";
import { createBench, type Trial } from "./eval/bench.js";
import { chosen, parseEvalFlags, type EvalFlags } from "./eval/flags.js";
import { report, type Outcome } from "./eval/report.js";
import { lackOfLibraries } from "./libraries.js";
import { isOperators } from "./operators.js";
import { SettingsError } from "./settings.js";

/** `standpipe eval`: has an agent work through tasks and prints what it solved. What can be put right is said on stderr. */
export async function run(argv: readonly string[]): Promise<void> {
  try {
    await evaluate(parseEvalFlags(argv));
  } catch (error) {
    if (!isOperators(error)) throw error;
    console.error(`standpipe: ${error.message}`);
    process.exitCode = 1;
  }
}

async function evaluate(flags: EvalFlags): Promise<void> {
  const lack = lackOfLibraries(["gpt-tokenizer"]);
  if (lack !== undefined) throw new SettingsError(lack);
  const wanted = chosen(tasks, flags.tasks);
  const api = await apis["firehydrant"]!();
  const { surface, names, methods, tags, tools: allow, deny, on429 } = flags;
  const registry = createRegistry(api.catalogue, {
    surface,
    names,
    selection: { methods, tags, allow, deny },
  });
  const {
    sandbox,
    url: sandboxUrl,
    close,
  } = await startSandbox({ contract: await repairedContract("firehydrant") });
  const begin = () => {
    sandbox.reset();
    return sandbox.world.save()();
  };
  try {
    if (flags.agent === undefined) return list(wanted, (task) => promptOf(task, sandbox.world), flags.json);
    const open = createBench({ sandbox, sandboxUrl, begin, api, registry, on429, report: logged });
    const outcomes = await workThrough(wanted, open, flags.agent, flags);
    console.log(flags.json ? JSON.stringify(outcomes, undefined, 2) : report(outcomes));
  } finally {
    await close();
  }
}

/** One task after another. The first interrupt ends the agent and the run; what was done until then is told. */
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
    const outcome = await attempt(task, await open(task), agent, timeLimit, interrupted.signal);
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
  seconds: number,
  signal: AbortSignal,
): Promise<Outcome> {
  const began = performance.now();
  const { said, failure } = await runAgent(agent, { ...trial, task: task.id }, { seconds, signal });
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
    `\n${all.length} tasks. With --agent CMD an agent works through them; see standpipe eval --help.`,
  );
}

/** Logs go to stderr; stdout is the table's. */
function logged(error: Error): void {
  console.error(`standpipe: ${error.message}`);
}
