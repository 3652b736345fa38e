/** How an agent solves a scenario on the surface `code`: one search, then one program. */
interface ScenarioProgram {
  /** What the agent searches for. The answer declares the tools that the program calls. */
  readonly search: string;
  /** The program. A function if it contains a time or an id of the prompt. */
  readonly program: string | ((prompt: string) => string);
}

/** Programs by the id of their scenario. */
export type ScenarioPrograms = Readonly<Record<string, ScenarioProgram>>;
