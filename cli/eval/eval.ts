import type { GeneratedApi } from "../../runtime/index.js";
import { promptOf } from "../../scenarios/judge.js";
import { scenarioPrograms } from "../../scenarios/programs/programs.js";
import type { Scenario } from "../../scenarios/scenario.js";
import { scenarios } from "../../scenarios/scenarios.js";
import { table } from "../admin/table.js";
import { apis } from "../apis.js";
import { defineCommand } from "../command/command.js";
import { UsageError } from "../command/errors.js";
import { repairedContract } from "../contract.js";
import { missingLibraries } from "../generate/libraries.js";
import { startApiSandbox } from "../sandbox/start.js";
import { registryFor } from "../tool-flags.js";
import { runAgent } from "./agent.js";
import { createBench, type Trial } from "./bench.js";
import { compare, type Comparison } from "./compare.js";
import { comparisonReport } from "./comparison-report.js";
import { chosen, evalAbout, evalFlags, type EvalFlags } from "./flags.js";
import { startRehearsal } from "./rehearsal.js";
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
  const wanted = chosen(scenarios, flags.scenarios);
  const api = await apis["firehydrant"]!();
  const registry = registryFor(api.catalogue, flags);
  if (flags.programs && flags.agent !== undefined)
    throw new UsageError("--programs needs no agent. Leave out --agent.");
  if (flags.programs) return comparePrograms(wanted, api, flags.json);
  const { sandbox, url: sandboxUrl, close } = await startApiSandbox("firehydrant");
  const begin = () => {
    sandbox.reset();
    return sandbox.world.save()();
  };
  try {
    if (flags.agent === undefined)
      return list(wanted, (scenario) => promptOf(scenario, sandbox.world), flags.json);
    const { on429 } = flags;
    const open = createBench({ sandbox, sandboxUrl, begin, api, registry, on429, report: logged });
    const outcomes = await workThrough(wanted, open, flags.agent, flags);
    console.log(flags.json ? JSON.stringify(outcomes, undefined, 2) : report(outcomes));
  } finally {
    await close();
  }
}

/** Solves scenarios by scripts on two surfaces. Those without a program are left out. */
async function comparePrograms(wanted: readonly Scenario[], api: GeneratedApi, json: boolean): Promise<void> {
  const having = wanted.filter(({ id }) => id in scenarioPrograms);
  if (having.length === 0)
    throw new UsageError("None of these scenarios has a program. Leave out --scenarios.");
  const rehearsal = await startRehearsal(await repairedContract("firehydrant"), api, logged);
  const compared: Comparison[] = [];
  for await (const one of compare(having, scenarioPrograms, rehearsal)) {
    compared.push(one);
    console.error(`${compared.length}/${having.length} ${one.scenario}`);
  }
  await rehearsal.close();
  console.log(json ? JSON.stringify(compared, undefined, 2) : comparisonReport(compared));
}

/** Runs scenarios one after another. The first interrupt ends the agent and the run. The finished scenarios are reported. */
async function workThrough(
  wanted: readonly Scenario[],
  open: (scenario: Scenario) => Promise<Trial>,
  agent: string,
  { timeLimit }: EvalFlags,
): Promise<Outcome[]> {
  const interrupted = new AbortController();
  process.once("SIGINT", () => interrupted.abort());
  const outcomes: Outcome[] = [];
  for (const scenario of wanted) {
    if (interrupted.signal.aborted) break;
    const limits = { seconds: timeLimit, signal: interrupted.signal };
    const outcome = await attempt(scenario, await open(scenario), agent, limits);
    outcomes.push(outcome);
    console.error(
      `${outcomes.length}/${wanted.length} ${scenario.id}: ${outcome.solved ? "solved" : "not solved"}`,
    );
  }
  return outcomes;
}

async function attempt(
  scenario: Scenario,
  trial: Trial,
  agent: string,
  limits: { readonly seconds: number; readonly signal: AbortSignal },
): Promise<Outcome> {
  const began = performance.now();
  const { said, failure } = await runAgent(agent, { ...trial, scenario: scenario.id }, limits);
  const took = Math.round((performance.now() - began) / 100) / 10;
  const { solved, ...verdict } = await trial.end(said);
  const usage = await trial.meter.usage();
  return {
    scenario: scenario.id,
    solved: solved && failure === undefined,
    seconds: took,
    ...usage,
    failure,
    ...verdict,
  };
}

function list(wanted: readonly Scenario[], prompt: (scenario: Scenario) => string, json: boolean): void {
  const all = wanted.map((scenario) => ({ scenario: scenario.id, prompt: prompt(scenario) }));
  if (json) return console.log(JSON.stringify(all, undefined, 2));
  console.log(
    table(
      ["scenario", "prompt"],
      all.map(({ scenario, prompt }) => [scenario, prompt.split("\n")[0]!]),
    ),
  );
  console.error(
    `\n${all.length} scenarios. Pass --agent CMD to let an agent work through them; see standpipe eval --help.`,
  );
}

/** Errors go to stderr, because stdout has the table. */
function logged(error: Error): void {
  console.error(`standpipe: ${error.message}`);
}
