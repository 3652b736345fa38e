import { spawn, type SpawnOptions } from "node:child_process";

/** A command that runs until it is stopped. */
export interface Started {
  /** What it had said by then, as the pattern found it. */
  readonly said: RegExpExecArray;
  /** What it has said on stderr so far. */
  readonly logged: () => string;
  /** Asks it to end; its exit code. */
  stop(): Promise<number | null>;
}

/**
 * Starts a command, and waits until it says something.
 * @throws Error with what it logged, where it ends before
 */
export async function startCommand(
  command: string,
  args: readonly string[],
  pattern: RegExp,
  options: SpawnOptions = {},
): Promise<Started> {
  const child = spawn(command, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
  let [said, logged] = ["", ""];
  const ended = new Promise<number | null>((resolve) => child.on("close", resolve));
  const found = await new Promise<RegExpExecArray>((resolve, reject) => {
    child.on("error", reject);
    const hear = (chunk: unknown) => {
      said += String(chunk);
      const match = pattern.exec(said);
      if (match) resolve(match);
    };
    child.stdout!.on("data", hear);
    child.stderr!.on("data", hear);
    child.stderr!.on("data", (chunk) => (logged += String(chunk)));
    void ended.then((code) => reject(new Error(`It ended with ${code}: ${logged}`)));
  });
  return {
    said: found,
    logged: () => logged,
    stop: () => {
      child.kill("SIGTERM");
      return ended;
    },
  };
}
