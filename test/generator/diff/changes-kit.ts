import type { Change } from "../../../generator/diff/change.js";
import type { State, ToolState } from "../../../generator/diff/state.js";

export const READS = {
  readOnlyHint: true,
  destructiveHint: false,
  idempotentHint: true,
  openWorldHint: true,
};

export function tool(given: Partial<ToolState>): ToolState {
  return {
    operation: "GET /pets",
    name: "list_pets",
    aliases: [],
    title: "List pets",
    description: "Lists pets.",
    access: "list",
    hints: READS,
    tags: ["pets", "animals"],
    input: {
      type: "object",
      properties: { owner: { type: "string", description: "Whose. From list_owners." } },
    },
    poll: { tool: "get_pet", arguments: {}, everySeconds: 1, atMostSeconds: 2, done: "now" },
    described: true,
    tokens: 50,
    ...given,
  };
}

export function state(tools: readonly ToolState[]): State {
  return { label: "a state", tools, misfits: [], held: [], upstream: () => new Map() };
}

export function kinds(changes: readonly Change[]): string[] {
  return changes.map(({ verdict, kind, at }) =>
    [verdict, kind, at].filter((part) => part !== undefined).join(" "),
  );
}
