import { readFileSync } from "node:fs";
import { applyRepairs } from "../../../generator/load/repairs.js";
import { ProblemList } from "../../../generator/model/problem.js";
import type { ContractDocument } from "../../../sandbox/contract/contract.js";

const specs = new URL("../../../specs/firehydrant/", import.meta.url);
const read = (name: string): string => readFileSync(new URL(name, specs), "utf8");
const repaired = await applyRepairs(
  JSON.parse(read("openapi.json")),
  read("repairs.yaml"),
  new ProblemList(),
);

/** The sandbox's contract: imported, then repaired. */
export function loadContract(): ContractDocument {
  return structuredClone(repaired) as unknown as ContractDocument;
}
