import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { askHttp, urlIn, type Built, type Served } from "./served.js";

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
  readonly built?: Built | undefined;
}

export const benchSecretKey = "k".repeat(40);

export async function startBenchGateway({
  base,
  databaseUrl,
  folder,
  built: { entry = "dist/standpipe.mjs", nodeFlags = [] } = {},
}: BenchGatewayOptions): Promise<BenchGateway> {
  const data = folder ?? (await mkdtemp(join(tmpdir(), "standpipe-bench-")));
  const args = [...nodeFlags, entry, "gateway", "--port", "0", "--data", data];
  const child = spawn(process.execPath, args, {
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

/** Each account is paced to 50 requests in 10 seconds. */
const ACCOUNTS = 200;

/** A gateway with a server URL for each of many accounts, called in turn. */
export async function startUrls(
  base: string,
  options: Omit<BenchGatewayOptions, "base" | "folder"> = {},
): Promise<Served> {
  const gateway = await startBenchGateway({ base, ...options });
  const urls: URL[] = [];
  for (let at = 0; at < ACCOUNTS; at++) {
    const input = { name: `Bench ${at}`, base_url: base, api_key: "fhb-bench", verify: false };
    const { id } = await gateway.ask<{ id: string }>("POST", "/integrated-account", input);
    const server = { name: "Bench", config: { surface: "full", confirm: "none" }, expires_at: null };
    const { url } = await gateway.ask<{ url: string }>("POST", `/integrated-account/${id}/mcp`, server);
    urls.push(new URL(url));
  }
  let next = 0;
  const client = askHttp(() => urls[next++ % urls.length]!);
  const close = async () => void (await Promise.all([client.close(), gateway.close()]));
  return { pid: gateway.pid, ask: client.ask, close };
}
