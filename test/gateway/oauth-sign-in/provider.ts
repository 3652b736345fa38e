import { spawn } from "node:child_process";
import { createInterface } from "node:readline";

/** A real OpenID provider that runs as a separate process. */
export interface RunningProvider {
  readonly issuer: string;
  stop(): Promise<void>;
}

export async function startProvider(): Promise<RunningProvider> {
  const child = spawn(process.execPath, ["--import", "tsx", `${import.meta.dirname}/provider-child.ts`], {
    // It prints long warnings about test keys and accounts.
    stdio: ["ignore", "pipe", "ignore"],
  });
  const ended = new Promise<never>((_, reject) =>
    child.once("exit", (code) => reject(new Error(`The provider ended with ${code}.`))),
  );
  ended.catch(() => {});
  const told = (async () => {
    for await (const line of createInterface(child.stdout)) {
      if (line.startsWith("{")) return (JSON.parse(line) as { issuer: string }).issuer;
    }
    return ended;
  })();
  const issuer = await Promise.race([told, ended]);
  return {
    issuer,
    async stop() {
      child.kill();
      await ended.catch(() => {});
    },
  };
}
