import type { World } from "../sandbox/world.js";
import { answerIn, askFor, faultOfAnswer } from "./check/answer.js";
import { Result, type State } from "./check/result.js";
import type { Task } from "./task.js";

/** Whether a task was done, and what else changed. */
export interface Verdict {
  /** All expected changes were made, and nothing else. */
  readonly solved: boolean;
  /** What is missing or wrong. */
  readonly missing: readonly string[];
  /** Changes that the task did not ask for. */
  readonly sideEffects: readonly string[];
}

/** The whole prompt of an agent. */
export function promptOf({ prompt, answer }: Task, world: World): string {
  const text = typeof prompt === "string" ? prompt : prompt(world);
  return answer ? `${text}\n\n${askFor(answer)}` : text;
}

/**
 * Compares the state with the state before the agent began.
 * @param said the agent's output; only its `ANSWER:` line counts
 */
export function judge(task: Task, before: State, world: World, said: string): Verdict {
  const result = new Result(before, world);
  task.check?.(result);
  const fault = task.answer && faultOfAnswer(task.answer, answerIn(said), world);
  const missing = fault === undefined ? result.missing : [...result.missing, fault];
  const { sideEffects } = result;
  return { solved: missing.length === 0 && sideEffects.length === 0, missing, sideEffects };
}
