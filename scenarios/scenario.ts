import type { World } from "../sandbox/world.js";
import type { ExpectedAnswer } from "./check/answer.js";
import type { Result } from "./check/result.js";

/** A scenario as an engineer would give it, with a check that shows for certain whether it was done. */
export interface Scenario {
  /** In lower case with dashes; unique. */
  readonly id: string;
  /** The engineer's request. A function if it contains a time or an id of this sandbox. */
  readonly prompt: string | ((world: World) => string);
  /** The server's API key. One that contains `expired` is refused. */
  readonly key?: string;
  /** Prepares the sandbox for the scenario. */
  readonly setUp?: (stage: Stage) => void | Promise<void>;
  /** For a question: the expected last line. Then nothing may change, unless `check` claims it. */
  readonly answer?: ExpectedAnswer;
  /** Claims the expected changes. If one is missing, the scenario is unsolved. An unclaimed change is a side effect. */
  readonly check?: (result: Result) => void;
  /** Calls that solve the scenario. */
  readonly solve: Script;
  /** Solutions with one mistake, by the mistake. None of them may pass. */
  readonly slips: Readonly<Record<string, Script>>;
}

/** What a set-up can use. */
export interface Stage {
  readonly world: World;
  /** Posts to the sandbox's control endpoint: `control("chaos", { storm: 3 })`. */
  control(action: string, body: object): Promise<void>;
}

/** Solves a scenario with a client's calls, knowing the prompt. Returns the answer. */
export type Script = (call: ToolCall, prompt: string) => Promise<string | void>;

/** Calls a tool and parses its answer. Throws if the answer is an error. */
export type ToolCall = (tool: string, args?: object) => Promise<Loose>;

/** An answer whose shape the script knows. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Loose = any;

/** The times in a prompt, in milliseconds since 1970, for scripts. */
export function timesIn(prompt: string): number[] {
  return [...prompt.matchAll(/\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?/g)].map(([text]) => Date.parse(text));
}
