import { apis } from "../apis.js";
import { gatewayCommand } from "./gateway.js";

/** `standpipe gateway`: serves the project's own APIs, and others by their folders. */
export const command = gatewayCommand({
  apis,
  startSandbox: async (api) => (await import("../sandbox/start.js")).startSandboxOf(api),
  module: import.meta.url,
});
