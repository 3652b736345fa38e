import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { brotliDecompressSync } from "node:zlib";
import type { JsonObject } from "../generator/load/rewrite.js";
import type { ContractDocument } from "../sandbox/contract/contract.js";
import { home } from "./home.js";

/**
 * The repaired contract of an API: from the file that the build adds to the bundle, or made from `specs/` in a
 * checkout.
 */
export async function repairedContract(api: string): Promise<ContractDocument> {
  const built = await readFile(new URL("./contract.json.br", import.meta.url)).catch(() => undefined);
  const contract: unknown = built ? JSON.parse(brotliDecompressSync(built).toString()) : await fromSpecs(api);
  return contract as ContractDocument;
}

async function fromSpecs(api: string): Promise<unknown> {
  const { applyRepairs } = await import("../generator/load/repairs.js");
  const { ProblemList } = await import("../generator/model/problem.js");
  const read = (name: string) => readFile(join(home, "specs", api, name), "utf8");
  const contract = JSON.parse(await read("openapi.json")) as JsonObject;
  return applyRepairs(contract, await read("repairs.yaml"), new ProblemList());
}
