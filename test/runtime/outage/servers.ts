import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createInterface } from "node:readline";
import { httpClient, stdioClient, type ClientKind, type TestClient } from "../../fixtures/clients.js";

/** `standpipe serve` as a separate process, with clients. */
export interface Served {
  /** Clients of different kinds alternate. */
  readonly clients: readonly TestClient[];
  readonly pid: number;
  close(): Promise<void>;
}

const kinds: readonly ClientKind[] = ["client 2.x, 2026-07-28", "client 2.x", "sdk 1.x"];
const command = (flags: readonly string[]) => ["--import", "tsx", "cli/main.ts", "serve", ...flags];

/** A single client, because stdio has only one. */
export async function serveOverStdio(
  flags: readonly string[],
  env: Record<string, string>,
  kind: ClientKind,
): Promise<Served> {
  const client = await stdioClient(kind, process.execPath, command(flags), { env });
  const { pid } = client.client.transport as unknown as { pid: number };
  return { clients: [client], pid, close: client.close };
}

/** @param fetch the function that clients send requests with */
export async function serveOverHttp(
  flags: readonly string[],
  env: Record<string, string>,
  fetch: typeof globalThis.fetch,
): Promise<Served> {
  const given = command([...flags, "--http", "--port", "0"]);
  const child = spawn(process.execPath, given, {
    env: { ...process.env, STANDPIPE_TOKEN: "", ...env },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const url = await new Promise<string>((resolve, reject) => {
    child.once("exit", () => reject(new Error("The server did not start.")));
    createInterface({ input: child.stderr }).on("line", (line) => {
      const said = /served at (\S+):/.exec(line)?.[1];
      if (said !== undefined) resolve(said);
    });
  });
  const clients = await Promise.all(kinds.map((kind) => httpClient(kind, url, {}, fetch)));
  return {
    clients,
    pid: child.pid!,
    async close() {
      await Promise.all(clients.map((client) => client.close()));
      child.kill();
      await once(child, "exit");
    },
  };
}

/** The process's peak memory in megabytes; undefined if the system does not report it. */
export async function mostMegabytes(pid: number): Promise<number | undefined> {
  const status = await readFile(`/proc/${pid}/status`, "utf8").catch(() => "");
  const kilobytes = /^VmHWM:\s+(\d+) kB/m.exec(status)?.[1];
  return kilobytes === undefined ? undefined : Number(kilobytes) / 1024;
}
