import { Console } from "node:console";
import type { Caller } from "../runtime/contract/caller.js";
import type { McpService } from "../runtime/mcp/service.js";
import type { Shown } from "../runtime/mcp/shown.js";
import type { HttpOptions } from "../runtime/transport/http.js";

/** How long calls under way may take once the process is asked to end, in milliseconds. */
const graceMs = 8_000;

/**
 * Serves the process's own stdin and stdout until the client or a signal ends it, then leaves with 0.
 * @param load gives the service, once the client wants more than what is shown
 */
export async function runStdio(
  shown: Shown,
  load: () => Promise<McpService>,
  caller: Caller,
  report: (error: Error) => void,
): Promise<void> {
  // Stdout is the protocol's alone; whatever a library may print goes where logs go.
  globalThis.console = new Console(process.stderr, process.stderr);
  const { serveStdio } = await import("../runtime/transport/stdio.js");
  const serving = serveStdio(shown, load, { input: process.stdin, output: process.stdout, report });
  const asked = endSignal().then(() => serving.drain(graceMs));
  await Promise.race([serving.ended, asked]);
  await leave(caller);
}

/** Serves HTTP until a signal ends it, then leaves with 0. */
export async function runHttp(
  service: McpService,
  caller: Caller,
  options: HttpOptions,
  announce: (url: string) => void,
): Promise<void> {
  const { serveHttp } = await import("../runtime/transport/http.js");
  const serving = await serveHttp(service, options);
  const asked = endSignal();
  announce(serving.url);
  await asked;
  await serving.drain(graceMs);
  await leave(caller);
}

function endSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.once("SIGTERM", () => resolve());
    process.once("SIGINT", () => resolve());
  });
}

/** A client that holds a stream open must not hold the process. */
async function leave(caller: Caller): Promise<never> {
  await caller.close();
  process.exit(0);
}
