import type { SourceFile } from "../describe/words.js";
import { applyRepairs } from "../load/repairs.js";
import { ProblemList } from "../model/problem.js";
import { readDocumentContract } from "./contract/operation.js";
import type { State } from "./state.js";

/**
 * Adds the contract to the state of a catalogue, so that answers and uncut schemas are compared too.
 * @param contract `openapi.json`
 * @param repairs the repairs of the same revision
 */
export async function withContract(state: State, contract: string, repairs: SourceFile): Promise<State> {
  const facts = JSON.parse(contract) as Parameters<typeof applyRepairs>[0];
  const whole = readDocumentContract(await applyRepairs(facts, repairs.text, new ProblemList(), repairs.at));
  const { destination } = state;
  return {
    ...state,
    tools: state.tools.map((tool) => {
      const own = whole.operations.get(tool.operation);
      return own ? { ...tool, contract: own, worded: true } : tool;
    }),
    ...(destination ? { destination: { ...destination, document: whole } } : {}),
  };
}
