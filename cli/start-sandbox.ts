import { readFile } from "node:fs/promises";
import { serve } from "@hono/node-server";
import { applyRepairs } from "../generator/load/repairs.js";
import type { JsonObject } from "../generator/load/rewrite.js";
import { ProblemList } from "../generator/model/problem.js";
import type { ContractDocument } from "../sandbox/contract/contract.js";
import { createSandbox } from "../sandbox/sandbox.js";

export interface RunningSandbox {
  readonly url: string;
  /** A key that it takes. */
  readonly key: string;
}

/** Starts a sandbox of its own on a free port of this machine; it ends with the process. */
export async function startSandbox(api: string): Promise<RunningSandbox> {
  const contract = (await repairedContract(api)) as unknown as ContractDocument;
  const { fetch } = createSandbox({ contract });
  return new Promise((resolve) => {
    const server = serve({ fetch, hostname: "127.0.0.1", port: 0 }, ({ port }) => {
      resolve({ url: `http://127.0.0.1:${port}`, key: "fhb-sandbox" });
    });
    server.unref();
  });
}

async function repairedContract(api: string): Promise<JsonObject> {
  const read = (name: string) => readFile(new URL(`../specs/${api}/${name}`, import.meta.url), "utf8");
  return applyRepairs(
    JSON.parse(await read("openapi.json")) as JsonObject,
    await read("repairs.yaml"),
    new ProblemList(),
  );
}
