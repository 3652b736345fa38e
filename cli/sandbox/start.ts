import type { GeneratedApi } from "../../runtime/index.js";
import { startSandbox, type RunningSandbox, type StartOptions } from "../../sandbox/start.js";
import { repairedContract } from "../contract.js";
import { startFromGenerated, type StartedSandbox } from "./any-api.js";

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

/** Starts a sandbox for any API: from the contract that was generated with it, or the one that is built in. */
export async function startSandboxOf(api: GeneratedApi): Promise<StartedSandbox> {
  return api.contract ? startFromGenerated(api) : startApiSandbox(api.catalogue.api.name);
}
