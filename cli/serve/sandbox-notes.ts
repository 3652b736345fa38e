import type { Caller } from "../../runtime/index.js";

/** Adds to each result what the sandbox could not infer, so that a model does not take a sample for a fact. */
export function withSandboxNotes(caller: Caller, noteOn: (operation: string) => string | undefined): Caller {
  return {
    ...caller,
    async call(tool, args, context) {
      const outcome = await caller.call(tool, args, context);
      const note = noteOn(`${tool.request.method} ${tool.request.path}`);
      if (outcome.fault || note === undefined) return outcome;
      return { ...outcome, remarks: { ...outcome.remarks, sandbox: note } };
    },
  };
}
