import type { World } from "../sandbox/world.js";
import { answerIn, askFor, faultOfAnswer } from "./check/answer.js";
import { Result, type State } from "./check/result.js";
import type { Scenario } from "./scenario.js";

/** Whether a scenario was done, and what else changed. */
export interface Verdict {
  /** All expected changes were made, and nothing else. */
  readonly solved: boolean;
  /** What is missing or wrong. */
  readonly missing: readonly string[];
  /** Changes that the scenario did not ask for. */
  readonly sideEffects: readonly string[];
}

/** The whole prompt of an agent. */
export function promptOf({ prompt, answer }: Scenario, world: World): string {
  const text = typeof prompt === "string" ? prompt : prompt(world);
  return answer ? `${text}\n\n${askFor(answer)}` : text;
}

/**
 * Compares the state with the state before the agent began.
 * @param said the agent's output; only its `ANSWER:` line counts
 */
export function judge(scenario: Scenario, before: State, world: World, said: string): Verdict {
  const result = new Result(before, world);
  scenario.check?.(result);
  const fault = scenario.answer && faultOfAnswer(scenario.answer, answerIn(said), world);
  const missing = fault === undefined ? result.missing : [...result.missing, fault];
  const { sideEffects } = result;
  return { solved: missing.length === 0 && sideEffects.length === 0, missing, sideEffects };
}
