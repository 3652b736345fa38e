import { z } from "zod";
import { declarationsOf } from "../answers/declaration.js";
import { namedTypes } from "../answers/named-types.js";
import { checkArguments } from "../arguments/check.js";
import { refuse } from "../arguments/refuse.js";
import type { Answers } from "../contract/answers.js";
import type { Arguments, CallContext } from "../contract/caller.js";
import type { GeneratedApi } from "../contract/catalogue.js";
import type { CallOutcome } from "../contract/outcome.js";
import type { ToolModule } from "../contract/tool.js";
import type { Declarations, RunTool } from "../discover/discover.js";
import type { ProgramName } from "../registry/program-tools.js";
import type { Registry } from "../registry/registry.js";
import { usualLimits, type ProgramLimits } from "./limits.js";
import { outcomeOf, workflowOutcome } from "./program-end.js";
import type { ProgramRecords } from "./record.js";
import { createProgramRunner } from "./runner.js";
import { shapesOf } from "./shapes.js";

/** What programs need besides the tools. */
export interface ProgramOptions {
  readonly limits?: Partial<ProgramLimits>;
  /** Stores programs that wait for an approval. Without it, no program can wait. */
  readonly records?: ProgramRecords;
  /** Tokens of a result. */
  readonly tokenBudget: number;
}

/** The tools that run programs. */
export interface Programs {
  run(name: ProgramName, args: Arguments, context: CallContext): Promise<CallOutcome>;
  /** Runs a workflow of the catalogue with its arguments, or goes on with one that waited for an approval. */
  runWorkflow(name: string, args: Arguments, context: CallContext): Promise<CallOutcome>;
  /** TypeScript of the tools, for programs that call them. */
  readonly declarations: Declarations;
}

const programText = z.string();
const inputs: Readonly<Record<ProgramName, z.ZodType>> = {
  run_read: z.strictObject({ program: programText }),
  run_write: z.strictObject({ program: programText.optional(), resume: z.string().max(100).optional() }),
};

export function createPrograms(
  api: GeneratedApi,
  registry: Registry,
  call: RunTool,
  options: ProgramOptions,
): Programs {
  const { limits, records, tokenBudget } = options;
  const shapes = new Map<string, string | undefined>();
  const runner = createProgramRunner({
    registry,
    call,
    async shapesOf(tool) {
      if (!shapes.has(tool)) shapes.set(tool, shapesOf(await answersOf(api), tool));
      return shapes.get(tool);
    },
    limits: { ...usualLimits, ...limits },
    records,
  });
  return {
    async run(name, args, context) {
      checkArguments({ input: inputs[name] } as unknown as ToolModule, args);
      const { program, resume } = args as { program?: string; resume?: string };
      const access = name === "run_read" ? "read" : "write";
      if ((program === undefined) === (resume === undefined))
        refuse("program", "give either program, or resume");
      const ended =
        program === undefined
          ? await runner.resume(resume!, context)
          : await runner.run({ source: program, access }, context);
      return outcomeOf(ended, tokenBudget);
    },
    async runWorkflow(name, args, context) {
      const { input, source } = await api.workflow!(name);
      const { resume } = args;
      const goesOn = typeof resume === "string" && Object.keys(args).length === 1;
      if (!goesOn) checkArguments({ input } as unknown as ToolModule, args);
      const ended = goesOn
        ? await runner.resume(resume, context)
        : await runner.run({ source, input: args, access: "write" }, context);
      return workflowOutcome(name, ended, tokenBudget);
    },
    declarations: declarationsOfTools(api, registry),
  };
}

function declarationsOfTools(api: GeneratedApi, registry: Registry): Declarations {
  let known: ReadonlySet<string> | undefined;
  return {
    async types(names) {
      known ??= namedTypes(await answersOf(api), registry.visible);
      return names.filter((name) => known!.has(name));
    },
    async text(names, inFull, types) {
      const tools = names.map((name) => ({ ...registry.find(name)!.tool, name: registry.servedName(name) }));
      return declarationsOf(tools, await answersOf(api), { inFull, types });
    },
  };
}

const none: Answers = { types: {}, tools: {} };

/** APIs that were generated without types of their answers have none. */
async function answersOf(api: GeneratedApi): Promise<Answers> {
  return (await api.answers?.()) ?? none;
}
