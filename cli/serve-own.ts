import { apis } from "./apis.js";
import { serveApis } from "./serve.js";

/** `standpipe serve`: serves the project's own APIs. */
export async function run(argv: readonly string[]): Promise<void> {
  await serveApis(argv, apis, async (api) => (await import("./start-sandbox.js")).startSandbox(api));
}
