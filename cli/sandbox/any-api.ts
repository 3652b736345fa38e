import type { GeneratedApi } from "../../runtime/index.js";
import { createAnyApiSandbox, type AnyApiSandboxOptions } from "../../sandbox/any-api/any-api-sandbox.js";
import { listenAt, type Listening, type ListenOptions } from "../../sandbox/listen.js";
import { CommandError } from "../command/errors.js";

/** A running sandbox of an API. */
export interface StartedSandbox extends Listening {
  /** A key for clients that need one. The sandbox takes any. */
  readonly key: string;
  /** What the sandbox can't infer for an operation, `METHOD /path`. Undefined if the operation uses the state. */
  readonly noteOn?: (operation: string) => string | undefined;
}

/** Starts a sandbox from a contract, on a free port of 127.0.0.1 by default. */
export async function startFromContract(
  options: AnyApiSandboxOptions & ListenOptions,
): Promise<StartedSandbox> {
  const sandbox = createAnyApiSandbox(options);
  const listening = await listenAt(sandbox, options);
  return { ...listening, key: "sandbox", noteOn: sandbox.noteOn };
}

/**
 * Starts a sandbox for a generated API, from the contract that was generated with its tools.
 * @throws CommandError where there is none
 */
export async function startFromGenerated(
  { contract, catalogue }: GeneratedApi,
  options: Omit<AnyApiSandboxOptions, "contract"> & ListenOptions = {},
): Promise<StartedSandbox> {
  if (!contract)
    throw new CommandError(
      `--sandbox: ${catalogue.api.title} was generated without its contract, which a sandbox needs. Generate it again.`,
    );
  return startFromContract({ ...options, contract: await contract() });
}
