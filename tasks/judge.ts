import type { World } from "../sandbox/world.js";
import { answerIn, askFor, faultOfAnswer } from "./check/answer.js";
import { Result, type State } from "./check/result.js";
import type { Task } from "./task.js";

/** Whether a task was done, and what else was. */
export interface Verdict {
  /** Everything asked for is there, and nothing else happened. */
  readonly solved: boolean;
  /** What is missing or wrong. */
  readonly missing: readonly string[];
  /** Changes that nobody asked for. */
  readonly sideEffects: readonly string[];
}

/** Everything that an agent is told. */
export function promptOf({ prompt, answer }: Task, world: World): string {
  const text = typeof prompt === "string" ? prompt : prompt(world);
  return answer ? `${text}\n\n${askFor(answer)}` : text;
}

/**
 * Compares the state with what it was when the agent began.
 * @param said what the agent printed; only an `ANSWER:` line of it counts
 */
export function judge(task: Task, before: State, world: World, said: string): Verdict {
  const result = new Result(before, world);
  task.check?.(result);
  const fault = task.answer && faultOfAnswer(task.answer, answerIn(said), world);
  const missing = fault === undefined ? result.missing : [...result.missing, fault];
  const { sideEffects } = result;
  return { solved: missing.length === 0 && sideEffects.length === 0, missing, sideEffects };
}
