import { startRehearsal } from "../../cli/eval/rehearsal.js";
import { api } from "../../generated/firehydrant/index.js";
import type { Verdict } from "../../scenarios/judge.js";
import type { Script, Scenario } from "../../scenarios/scenario.js";
import { loadContract } from "../sandbox/kit/contract.js";
import { play } from "./play.js";

/** Starts a sandbox for the scripts of scenarios. */
export const rehearsal = () => startRehearsal(loadContract(), api, (error) => console.error(error));

/** Runs scripts on scenarios, over one sandbox. */
export async function createRehearsal() {
  const { on, close } = await rehearsal();
  const open = on("curated");
  const run = async (scenario: Scenario, script: Script): Promise<Verdict> => {
    const trial = await open(scenario);
    const said = await play(script, trial).catch((error: Error) => error);
    const verdict = await trial.end(typeof said === "string" ? said : "");
    if (typeof said !== "string") throw said;
    return verdict;
  };
  const idle = async (scenario: Scenario): Promise<Verdict> => (await open(scenario)).end("");
  return { run, idle, close };
}
