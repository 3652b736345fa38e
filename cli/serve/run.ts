import { Console } from "node:console";
import type { HttpOptions, McpService, Shown, Tracing } from "../../runtime/index.js";
import { loadHttp, loadStdio } from "../../runtime/lazy.js";
import { explainListenError } from "../listening.js";
import { endProcess, endSignal } from "../process-end.js";

/** How many milliseconds running calls may take after the signal. */
const graceMs = 8_000;

export interface StdioRun {
  readonly shown: Shown;
  /** Returns the service once the client needs more than the list. */
  readonly load: () => Promise<McpService>;
  /** Closes the account's connections, and sends the rest of the traces. */
  readonly close: () => Promise<void>;
  readonly report: (error: Error) => void;
  readonly tracing?: Tracing;
}

/** Serves stdin and stdout until the client or a signal ends it. */
export async function runStdio({ shown, load, close, report, tracing }: StdioRun): Promise<never> {
  // Stdout is only for the protocol. Output of libraries goes to stderr, like the log.
  globalThis.console = new Console(process.stderr, process.stderr);
  if (process.stdin.isTTY)
    console.error(
      "standpipe: Waiting for an MCP client on stdin. Let a client start this command, or pass --http. Ctrl+C ends it.",
    );
  const serveStdio = await loadStdio();
  const serving = serveStdio(shown, load, { input: process.stdin, output: process.stdout, report, tracing });
  const asked = endSignal().then(() => serving.drain(graceMs));
  await Promise.race([serving.ended, asked]);
  await close();
  return endProcess();
}

export interface HttpRun extends HttpOptions {
  readonly service: McpService;
  readonly close: StdioRun["close"];
  /** Called with the URL once it is served. */
  readonly announce: (url: string) => void;
}

/** Serves HTTP until a signal ends it. */
export async function runHttp({ service, close, announce, ...options }: HttpRun): Promise<never> {
  const serveHttp = await loadHttp();
  const serving = await serveHttp(service, options).catch((error: unknown) =>
    explainListenError(error, options),
  );
  const asked = endSignal();
  announce(serving.url);
  await asked;
  const until = performance.now() + graceMs;
  await serving.drain(graceMs);
  await service.tasks.stop(Math.max(0, until - performance.now()));
  await close();
  return endProcess();
}
