import { readFile } from "node:fs/promises";
import { brotliDecompressSync } from "node:zlib";
import type { ContractDocument } from "../sandbox/contract/contract.js";

/** The repaired contract of an API: as the build left it beside the bundle (FireHydrant's), or made from `specs/` in a checkout. */
export async function repairedContract(api: string): Promise<ContractDocument> {
  const built = await readFile(new URL("./contract.json.br", import.meta.url)).catch(() => undefined);
  const contract = built ? JSON.parse(brotliDecompressSync(built).toString()) : await fromSpecs(api);
  return contract as ContractDocument;
}

async function fromSpecs(api: string): Promise<unknown> {
  const { applyRepairs } = await import("../generator/load/repairs.js");
  const { ProblemList } = await import("../generator/model/problem.js");
  const read = (name: string) => readFile(new URL(`../specs/${api}/${name}`, import.meta.url), "utf8");
  return applyRepairs(JSON.parse(await read("openapi.json")), await read("repairs.yaml"), new ProblemList());
}
