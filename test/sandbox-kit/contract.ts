import { existsSync, readFileSync } from "node:fs";
import type { ContractDocument } from "../../sandbox/contract/contract.js";

/** The contract as the sandbox is given it: repaired where the build has written it, else as imported. */
export function loadContract(): ContractDocument {
  const repaired = new URL("../../generated/firehydrant/contract.json", import.meta.url);
  const imported = new URL("../../specs/firehydrant/openapi.json", import.meta.url);
  return JSON.parse(readFileSync(existsSync(repaired) ? repaired : imported, "utf8")) as ContractDocument;
}
