import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { urlIn } from "./served.js";

const adminToken = "admin-token-of-the-bench-0123456789";

/** The built gateway as a process of its own. */
export interface BenchGateway {
  readonly pid: number;
  readonly url: string;
  /** Asks the management API. */
  ask<Body>(method: string, path: string, body?: object): Promise<Body>;
  close(): Promise<void>;
}

export interface BenchGatewayOptions {
  /** The base URL of accounts. */
  readonly base: string;
  readonly databaseUrl?: string;
  /** A data folder that exists; otherwise a new one, which is removed at the end. */
  readonly folder?: string;
}

export const benchSecretKey = "k".repeat(40);

export async function startBenchGateway({
  base,
  databaseUrl,
  folder,
}: BenchGatewayOptions): Promise<BenchGateway> {
  const data = folder ?? (await mkdtemp(join(tmpdir(), "standpipe-bench-")));
  const child = spawn(process.execPath, ["dist/standpipe.mjs", "gateway", "--port", "0", "--data", data], {
    env: {
      ...process.env,
      STANDPIPE_ADMIN_TOKEN: adminToken,
      STANDPIPE_SECRET_KEY: benchSecretKey,
      STANDPIPE_BASE_URLS: base,
      STANDPIPE_LOG_LEVEL: "error",
      ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
    },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const { origin: url } = await urlIn(child, child.stdout);
  return {
    pid: child.pid!,
    url,
    async ask<Body>(method: string, path: string, body?: object) {
      const answer = await fetch(url + path, {
        method,
        headers: { authorization: `Bearer ${adminToken}`, "content-type": "application/json" },
        body: body && JSON.stringify(body),
      });
      if (!answer.ok) throw new Error(`${method} ${path}: ${answer.status} ${await answer.text()}`);
      return (await answer.json()) as Body;
    },
    async close() {
      child.kill("SIGTERM");
      await once(child, "exit");
      if (folder === undefined) await rm(data, { recursive: true, force: true });
    },
  };
}
