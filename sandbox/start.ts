import { listenAt, type Listening, type ListenOptions } from "./listen.js";
import { createSandbox, type Sandbox, type SandboxOptions } from "./sandbox.js";

export interface StartOptions extends SandboxOptions, ListenOptions {}

export interface RunningSandbox extends Listening {
  readonly sandbox: Sandbox;
}

/** Makes a sandbox and listens. Rejects if the port is in use. */
export async function startSandbox(options: StartOptions): Promise<RunningSandbox> {
  const sandbox = createSandbox(options);
  return { ...(await listenAt(sandbox, options)), sandbox };
}
