import { spawn, type ChildProcess } from "node:child_process";

/** The result of an agent's run. */
export interface AgentRun {
  /** Its output; only the end if it is long. */
  readonly said: string;
  /** Why it counts as failed, whatever it did. */
  readonly failure?: string;
}

/** Environment variables with the server's URL and, for logs, the scenario's id. */
export const urlVariable = "STANDPIPE_MCP_URL";
export const scenarioVariable = "STANDPIPE_SCENARIO";

const mostKept = 1_000_000;

/**
 * Runs an agent's command in a shell with the prompt on stdin. At the time limit, stops it with all its child
 * processes.
 */
export function runAgent(
  command: string,
  { scenario, prompt, url }: { readonly scenario: string; readonly prompt: string; readonly url: string },
  { seconds, signal }: { readonly seconds: number; readonly signal: AbortSignal },
): Promise<AgentRun> {
  const child = spawn("sh", ["-c", command], {
    // It gets its own process group, so that its child processes can be stopped with it.
    detached: true,
    env: { ...process.env, [urlVariable]: url, [scenarioVariable]: scenario },
    stdio: ["pipe", "pipe", "pipe"],
  });
  const said = lastOf(child.stdout);
  const complained = lastOf(child.stderr);
  // An agent may ignore its prompt.
  child.stdin.on("error", () => {}).end(prompt);
  let stopped: string | undefined;
  const stop = (why: string) => {
    stopped ??= why;
    stopGroup(child);
  };
  const timer = setTimeout(() => stop(`took longer than ${seconds} s and was stopped`), seconds * 1000);
  const interrupt = () => stop("was interrupted");
  signal.addEventListener("abort", interrupt);

  return new Promise((resolve) => {
    child.once("error", (error) => resolve({ said: "", failure: `could not be started: ${error.message}` }));
    // A process that it leaves running must not keep its output open.
    child.once("exit", () => stopGroup(child));
    child.once("close", (code, killedBy) => {
      clearTimeout(timer);
      signal.removeEventListener("abort", interrupt);
      resolve({ said: said(), failure: stopped ?? failureOf(code, killedBy, complained()) });
    });
  });
}

/** Collects the end of a stream. */
function lastOf(stream: NodeJS.ReadableStream): () => string {
  let text = "";
  stream.setEncoding("utf8").on("data", (part: string) => {
    text = (text + part).slice(-mostKept);
  });
  return () => text;
}

function failureOf(code: number | null, signal: string | null, complained: string): string | undefined {
  if (code === 0) return undefined;
  const last = complained.trim().split("\n").at(-1)?.slice(0, 200);
  const how = signal ? `was ended by ${signal}` : `ended with code ${code}`;
  return last ? `${how}: ${last}` : how;
}

function stopGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, "SIGKILL");
  } catch {
    // It has ended, and so has everything in its group.
  }
}
