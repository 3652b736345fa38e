import { spawn, type ChildProcess } from "node:child_process";

/** How an agent's run ended. */
export interface AgentRun {
  /** What it printed; the last part of it where that is much. */
  readonly said: string;
  /** Why it counts as failed, whatever it has done. */
  readonly failure?: string;
}

/** The variables in which an agent finds the server's URL and, for its logs, the task's id. */
export const urlVariable = "STANDPIPE_MCP_URL";
export const taskVariable = "STANDPIPE_TASK";

const mostKept = 1_000_000;

/** Runs an agent's command in a shell with the prompt on its stdin, and stops it and what it started at its time limit. */
export function runAgent(
  command: string,
  { task, prompt, url }: { readonly task: string; readonly prompt: string; readonly url: string },
  { seconds, signal }: { readonly seconds: number; readonly signal: AbortSignal },
): Promise<AgentRun> {
  const child = spawn("sh", ["-c", command], {
    // A group of its own, so that whatever it starts can be stopped with it.
    detached: true,
    env: { ...process.env, [urlVariable]: url, [taskVariable]: task },
    stdio: ["pipe", "pipe", "pipe"],
  });
  const said = lastOf(child.stdout);
  const complained = lastOf(child.stderr);
  // An agent need not read its prompt.
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
    // What it leaves running must not hold its output open.
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
