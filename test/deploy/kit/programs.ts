import { expect } from "vitest";
import type { TestClient } from "../../fixtures/clients.js";

/** What programs must do in each way that Standpipe is packed: the thread, its engine and the removal of types. */
const programs: Readonly<Record<string, { readonly program: string; readonly shows: RegExp }>> = {
  "runs JavaScript": { program: "return 6 * 7", shows: /^\{"result":42\}$/ },
  "removes types": { program: "const n: number = 7; return n as number", shows: /^\{"result":7\}$/ },
  "shows the line of a fault": { program: "\nthrow new Error('here')", shows: /Line 2: Error: here/ },
  "has no way out": { program: "return process.env", shows: /'process' is not defined/ },
  "ends what takes too much": { program: "return [...'x'.repeat(1e9)]", shows: /program_failed/ },
};

/**
 * Runs the programs, and one that calls a tool.
 * @param tool a tool that reads, with what its answer shows
 */
export async function expectPrograms(
  { call }: Pick<TestClient, "call">,
  { tool, shows }: { readonly tool: string; readonly shows: RegExp },
): Promise<void> {
  const calling = { program: `return await api.${tool}({})`, shows };
  for (const [what, { program, shows: wanted }] of Object.entries({ ...programs, "calls a tool": calling }))
    expect((await call("run_read", { program })).text, what).toMatch(wanted);
}
