import { fork } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

export interface Stub {
  readonly url: string;
  close(): void;
}

/** An upstream in a process of its own, as a real one is: see stub-process.ts. */
export async function startStub(): Promise<Stub> {
  const child = fork(fileURLToPath(new URL("stub-process.ts", import.meta.url)));
  const [port] = (await once(child, "message")) as [number];
  return { url: `http://127.0.0.1:${port}`, close: () => void child.kill() };
}
