import type { World } from "../sandbox/world.js";
import type { Answer } from "./check/answer.js";
import type { Result } from "./check/result.js";

/** A piece of work as an engineer would ask for it, with what tells for certain whether it was done. */
export interface Task {
  /** In lower case with dashes; unique. */
  readonly id: string;
  /** What the engineer says. A function where it names a time or an id of this sandbox. */
  readonly prompt: string | ((world: World) => string);
  /** The API key that the server has; one with `expired` in it is refused. */
  readonly key?: string;
  /** Brings the sandbox into the state that the work begins with. */
  readonly setUp?: (stage: Stage) => void | Promise<void>;
  /** For a question: what the last line has to say. Nothing may have changed then, unless `check` claims it. */
  readonly answer?: Answer;
  /** Claims what had to change. What it misses leaves the task unsolved; a change that it doesn't claim is a side effect. */
  readonly check?: (result: Result) => void;
  /** Calls that do it. */
  readonly solve: Script;
  /** The same with one thing wrong, by what is wrong; none of them may pass. */
  readonly slips: Readonly<Record<string, Script>>;
}

/** What a set-up can reach. */
export interface Stage {
  readonly world: World;
  /** Posts to the sandbox's control endpoint: `control("chaos", { storm: 3 })`. */
  control(action: string, body: object): Promise<void>;
}

/** Works through a task with a client's calls, knowing the prompt; what it returns is its answer. */
export type Script = (call: ToolCall, prompt: string) => Promise<string | void>;

/** Calls a tool and reads its answer. Throws where the answer is an error. */
export type ToolCall = (tool: string, args?: object) => Promise<Loose>;

/** An answer whose shape the script knows. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
export type Loose = any;

/** The times that a prompt names, in milliseconds since 1970, for scripts. */
export function timesIn(prompt: string): number[] {
  return [...prompt.matchAll(/\d{4}-\d{2}-\d{2}(T[\d:.]+Z)?/g)].map(([text]) => Date.parse(text));
}
