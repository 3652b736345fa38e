import type { ListedTool } from "../contract/catalogue.js";
import { surfaceRules, type Surface } from "../contract/surfaces.js";

/** The tools that run a program over other tools. */
export const programNames = ["run_read", "run_write"] as const;

export type ProgramName = (typeof programNames)[number];

export function isProgramName(name: string): name is ProgramName {
  return (programNames as readonly string[]).includes(name);
}

/** Whether clients of a surface may run programs. Elsewhere these tools do not exist. */
export function hasPrograms(surface: Surface): boolean {
  return (surfaceRules[surface].own as readonly string[]).some(isProgramName);
}

/** As tools/list answers them. */
export const programTools: readonly (ListedTool & { readonly name: ProgramName })[] = [
  {
    name: "run_read",
    title: "Run a reading program",
    description:
      "Runs a JavaScript program over the tools that read, and returns what it returns and prints. " +
      "Each call answers whole records, which cost no tokens until you return or print them: " +
      "filter, join and count in the program. " +
      "search_tools shows each tool's declaration. A field that does not exist throws.",
    inputSchema: {
      type: "object",
      properties: { program: programText("api.list_things({ status: 'open' })") },
      required: ["program"],
    },
    annotations: { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true },
  },
  {
    name: "run_write",
    title: "Run a writing program",
    description:
      "Runs a program as run_read does, over all tools. Its calls may change things and notify people. " +
      "Where a person must approve a call, the program stops before it and the answer names a resume id; " +
      "what was done is not done again.",
    inputSchema: {
      type: "object",
      properties: {
        program: { type: "string", description: "As in run_read." },
        resume: {
          type: "string",
          description: "Instead of program: the id of a stopped program, once a person has approved.",
        },
      },
    },
    annotations: { readOnlyHint: false, destructiveHint: true, idempotentHint: false, openWorldHint: true },
  },
];

function programText(call: string) {
  return {
    type: "string",
    description:
      `Body of an async function; types are removed. await ${call} calls a tool and throws on an error; ` +
      "await api.all('list_things', {}) returns all items of a list; print(...) and return show results. " +
      "Nothing else is there: no network, files, modules or timers.",
  };
}
