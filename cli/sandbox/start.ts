import { startSandbox, type RunningSandbox, type StartOptions } from "../../sandbox/start.js";
import { repairedContract } from "../contract.js";

export interface ApiSandbox extends RunningSandbox {
  /** A key that it accepts. */
  readonly key: string;
}

/** Starts a sandbox for an API, by default on a free port of 127.0.0.1. */
export async function startApiSandbox(
  api: string,
  options: Omit<StartOptions, "contract"> = {},
): Promise<ApiSandbox> {
  const running = await startSandbox({ ...options, contract: await repairedContract(api) });
  return { ...running, key: "fhb-sandbox" };
}
