import { apis } from "../apis.js";
import { serveCommand } from "./serve.js";

/** `standpipe serve`: serves the project's own APIs. */
export const command = serveCommand(apis, async (api) => {
  const { startApiSandbox } = await import("../sandbox/start.js");
  const { url, key } = await startApiSandbox(api);
  return { baseUrl: url, key };
});
