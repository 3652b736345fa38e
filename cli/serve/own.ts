import { apis } from "../apis.js";
import { serveCommand } from "./serve.js";

/** `standpipe serve`: serves the project's own APIs, and others by their folders. */
export const command = serveCommand(apis, async (api) =>
  (await import("../sandbox/start.js")).startSandboxOf(api),
);
