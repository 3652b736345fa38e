import { apis } from "./apis.js";
import { serveGateway } from "./gateway.js";

/** `standpipe gateway`: serves the project's own APIs, and others by their folders. */
export async function run(argv: readonly string[]): Promise<void> {
  await serveGateway(argv, apis, async (api) => (await import("./start-sandbox.js")).startSandbox(api));
}
