import type { Examined, Finding } from "./finding.js";
import { checkFiles } from "./generated.js";
import { checkDisk, checkFolder, checkNode, checkPort, checkProxy } from "./machine.js";
import { checkAccounts, checkHosts, checkNames, checkProviders, checkRegions } from "./network.js";
import { checkClock, checkSecretKey, checkStore } from "./storage.js";

type Check = (examined: Examined) => Finding | readonly Finding[] | Promise<Finding | readonly Finding[]>;

/** The checks of `standpipe doctor`, in the order of its output. docs/troubleshooting.md lists them. */
export const checks = {
  node: checkNode,
  files: checkFiles,
  port: checkPort,
  hosts: checkHosts,
  data: checkFolder,
  disk: checkDisk,
  store: checkStore,
  "secret key": checkSecretKey,
  clock: checkClock,
  proxy: checkProxy,
  dns: checkNames,
  regions: checkRegions,
  accounts: checkAccounts,
  providers: checkProviders,
} as const satisfies Readonly<Record<string, Check>>;

export type CheckName = keyof typeof checks;

export interface Checked extends Finding {
  readonly check: CheckName;
}

/** Runs all checks at the same time. */
export async function examine(examined: Examined): Promise<readonly Checked[]> {
  const found = await Promise.all(
    Object.entries(checks).map(async ([name, check]) =>
      [await (check as Check)(examined)].flat().map((one) => ({ check: name as CheckName, ...one })),
    ),
  );
  return found.flat();
}
