import { type McpService, textOf } from "../../runtime/index.js";
import type { ScenarioPrograms } from "../../scenarios/programs/program.js";
import type { Loose, Scenario, Script, ToolCall } from "../../scenarios/scenario.js";
import type { Trial } from "./bench.js";
import type { Rehearsal } from "./rehearsal.js";

/** What a script took on a surface. */
export interface Effort {
  readonly solved: boolean;
  /** Calls of the model's side: each is a turn of the model. */
  readonly rounds: number;
  /** Calls of the API's tools, also by programs. */
  readonly calls: number;
  /** Instructions, listed tools, arguments and results, in o200k tokens. */
  readonly tokens: number;
}

/** One scenario, solved call by call on the surface curated, and by a program on the surface code. */
export interface Comparison {
  readonly scenario: string;
  readonly curated: Effort;
  readonly code: Effort;
}

/**
 * Solves scenarios both ways. On both surfaces the script first looks for tools that are not listed, as a model has to:
 * with one search, and on the surface curated with a description of each.
 */
export async function* compare(
  scenarios: readonly Scenario[],
  programs: ScenarioPrograms,
  rehearsal: Rehearsal,
): AsyncGenerator<Comparison> {
  const [onCurated, onCode] = [rehearsal.on("curated"), rehearsal.on("code")];
  for (const scenario of scenarios) {
    const { search, program } = programs[scenario.id]!;
    const curated = await effort(await onCurated(scenario), ({ service }) =>
      direct(scenario, search, service),
    );
    const code = await effort(await onCode(scenario), () => async (call, prompt) => {
      await call("search_tools", { query: search });
      const text = typeof program === "string" ? program : program(prompt);
      const { result } = (await call(/api\.(?!get_|list_|all\b)/.test(text) ? "run_write" : "run_read", {
        program: text,
      })) as { readonly result?: unknown };
      return typeof result === "string" ? result : undefined;
    });
    yield { scenario: scenario.id, curated, code };
  }
}

/** The scenario's own script, which looks up each tool that the surface does not list before it calls it. */
function direct({ solve }: Scenario, query: string, { lists }: McpService): Script {
  const known = new Set(lists["tools/list"].tools.map(({ name }) => name));
  return (call, prompt) => {
    let hasSearched = false;
    const lookedUp = async (tool: string, args?: object): Promise<Loose> => {
      if (!known.has(tool)) {
        if (!hasSearched) await call("search_tools", { query });
        hasSearched = true;
        await call("describe_tool", { name: tool });
        known.add(tool);
      }
      return call(tool, args);
    };
    return solve(lookedUp, prompt);
  };
}

async function effort(trial: Trial, scriptOf: (trial: Trial) => Script): Promise<Effort> {
  const { service, prompt, meter } = trial;
  const { signal } = new AbortController();
  const call: ToolCall = async (tool, args = {}): Promise<Loose> => {
    const outcome = await service.callTool(tool, { ...args }, { signal });
    const text = textOf(outcome);
    if (outcome.fault) throw new Error(`${tool} is refused: ${text}`);
    return JSON.parse(text);
  };
  const said = await scriptOf(trial)(call, prompt).catch((error: Error) => error);
  const { solved } = await trial.end(typeof said === "string" ? `ANSWER: ${said}` : "");
  const { calls: rounds, toolCalls: calls, tokensIn, tokensOut } = await meter.usage();
  return { solved: solved && !(said instanceof Error), rounds, calls, tokens: tokensIn + tokensOut };
}
