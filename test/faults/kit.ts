import { spawn, type ChildProcess } from "node:child_process";
import { mkdir, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { plainBundle, quickBundle } from "../fixtures/shared-build.js";
import { ask, testAdminToken } from "../gateway/kit/requests.js";
import { freePort } from "../fixtures/free-port.js";
import { defaultStore } from "../gateway/kit/stores.js";

/** The bundle, which all test files share, and a folder for the data of its processes. */
export interface Bundle {
  readonly program: string;
  readonly folder: string;
  /** Starts a gateway process with a data folder of this name, on the store of `defaultStore`. */
  start(data: string, env?: Readonly<Record<string, string>>, prefix?: string): Promise<GatewayProcess>;
  remove(): Promise<void>;
}

export interface GatewayProcess {
  readonly url: string;
  readonly child: ChildProcess;
  /** Its output on stderr. */
  logged(): string;
  /** Kills it with SIGKILL. */
  kill(): Promise<void>;
  /** Stops it with SIGTERM and returns its exit code. */
  stop(): Promise<number | null>;
  ask<Body>(method: string, path: string, body?: unknown): ReturnType<typeof ask<Body>>;
}

/** @param windowSeconds the window of FireHydrant's rate limit, where the real one would hold a test back */
export async function makeBundle(windowSeconds?: number): Promise<Bundle> {
  const [placed, folder] = await Promise.all([
    windowSeconds === undefined ? plainBundle() : quickBundle(windowSeconds),
    mkdtemp(join(tmpdir(), "standpipe-faults-")),
  ]);
  const program = join(placed, "dist/standpipe.mjs");
  return {
    program,
    folder,
    async start(data, env = {}, prefix = "") {
      await mkdir(join(folder, data), { recursive: true, mode: 0o700 });
      const [port, { databaseUrl }] = await Promise.all([freePort(), defaultStore(join(folder, data))]);
      const args = [program, "gateway", "--port", String(port), "--data", join(folder, data)];
      const child = spawn("sh", ["-c", `${prefix} exec "$@"`, "sh", process.execPath, ...args], {
        env: {
          ...process.env,
          STANDPIPE_ADMIN_TOKEN: testAdminToken,
          STANDPIPE_SECRET_KEY: "k".repeat(40),
          STANDPIPE_AUDIT_VALUES: "true",
          ...(databaseUrl === undefined ? {} : { DATABASE_URL: databaseUrl }),
          ...env,
        },
        stdio: ["ignore", "pipe", "pipe"],
      });
      return started(child, `http://127.0.0.1:${port}`);
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  };
}

async function started(child: ChildProcess, url: string): Promise<GatewayProcess> {
  let logged = "";
  const ended = new Promise<number | null>((resolve) => child.once("close", resolve));
  for (const stream of [child.stdout!, child.stderr!])
    stream.on("data", (chunk) => (logged += String(chunk)));
  const isUp = () =>
    fetch(`${url}/healthz`).then(
      ({ ok }) => ok,
      () => false,
    );
  while (!(await isUp())) {
    if (child.exitCode !== null) throw new Error(`The gateway ended with ${child.exitCode}: ${logged}`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  return {
    url,
    child,
    logged: () => logged,
    kill: async () => void (await end("SIGKILL")),
    stop: () => end("SIGTERM"),
    ask: (method, path, body) => ask(url, method, path, body),
  };
}
