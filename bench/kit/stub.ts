import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

export interface Stub {
  readonly url: string;
  close(): void;
}

/** An upstream in its own process, like a real one; see stub-process.ts. */
export async function startStub(): Promise<Stub> {
  const child = fork(fileURLToPath(new URL("stub-process.ts", import.meta.url)));
  const [port] = (await once(child, "message")) as [number];
  return { url: `http://127.0.0.1:${port}`, close: () => void child.kill() };
}
