import type { SourceFile } from "../describe/words.js";
import { applyRepairs } from "../load/repairs.js";
import { ProblemList } from "../model/problem.js";
import { readDocumentContract } from "./contract/operation.js";
import type { OpenApiDocument } from "../normalise/raw.js";
import { loadAccepted } from "../suspicion/accepted.js";
import { suspiciousTexts } from "../suspicion/document-texts.js";
import type { State } from "./state.js";

/** The repairs and accepted texts with which a contract was read. */
export interface Rulings {
  readonly repairs: SourceFile;
  readonly accepted: SourceFile;
}

/**
 * Adds the contract to the state of a catalogue, so that answers and uncut schemas are compared too.
 * @param contract `openapi.json`
 * @param rulings of the same revision
 */
export async function withContract(
  state: State,
  contract: string,
  { repairs, accepted }: Rulings,
): Promise<State> {
  const facts = JSON.parse(contract) as Parameters<typeof applyRepairs>[0];
  const problems = new ProblemList();
  const document = (await applyRepairs(facts, repairs.text, problems, repairs.at)) as OpenApiDocument;
  const whole = readDocumentContract(document);
  const { destination } = state;
  return {
    ...state,
    held: suspiciousTexts(document, loadAccepted(accepted, problems)),
    tools: state.tools.map((tool) => {
      const own = whole.operations.get(tool.operation);
      return own ? { ...tool, contract: own, worded: true } : tool;
    }),
    ...(destination ? { destination: { ...destination, document: whole } } : {}),
  };
}
