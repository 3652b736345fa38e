import { chmod, mkdir, readFile, rm, writeFile } from "node:fs/promises";
import { applyRepairs } from "../generator/load/repairs.js";
import type { JsonObject } from "../generator/load/rewrite.js";
import { ProblemList } from "../generator/model/problem.js";
import { bundleProduct } from "./bundle.js";

/** Builds `dist/`: the bundled command, and the repaired contract that the sandbox answers by. */
await rm("dist", { recursive: true, force: true });
await mkdir("dist/contracts", { recursive: true });
await bundleProduct("cli/main.ts", "dist");
await chmod("dist/standpipe.mjs", 0o755);
await writeFile("dist/contracts/firehydrant.json", JSON.stringify(await repairedContract("firehydrant")));

async function repairedContract(api: string): Promise<JsonObject> {
  const read = (name: string) => readFile(`specs/${api}/${name}`, "utf8");
  return applyRepairs(JSON.parse(await read("openapi.json")), await read("repairs.yaml"), new ProblemList());
}
