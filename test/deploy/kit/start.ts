import { spawn, type SpawnOptions } from "node:child_process";

/** A command that runs until it is stopped. */
export interface Started {
  /** The match of the pattern in its output. */
  readonly said: RegExpExecArray;
  /** Its output on stderr so far. */
  readonly logged: () => string;
  /** Stops it with SIGTERM and returns its exit code. */
  stop(): Promise<number | null>;
}

/**
 * Starts a command and waits for a message.
 * @throws Error with its log if it exits before
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
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    child.stderr.on("data", (chunk) => (logged += String(chunk)));
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
