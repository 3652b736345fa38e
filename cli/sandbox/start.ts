import { startSandbox, type RunningSandbox, type StartOptions } from "../../sandbox/start.js";
import { repairedContract } from "../contract.js";

export interface ApiSandbox extends RunningSandbox {
  /** A key that it takes. */
  readonly key: string;
}

/** Starts a sandbox for an API, on a free port of 127.0.0.1 unless another place is given. */
export async function startApiSandbox(
  api: string,
  options: Omit<StartOptions, "contract"> = {},
): Promise<ApiSandbox> {
  const running = await startSandbox({ ...options, contract: await repairedContract(api) });
  return { ...running, key: "fhb-sandbox" };
}
