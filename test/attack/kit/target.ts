import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { makeAccount, makeServer, type MadeServer } from "../../gateway/kit/gateway.js";
import { hashesIn, MANIFEST } from "../../../cli/verify/release-manifest.js";
import { startCommand } from "../../deploy/kit/start.js";
import { makeBundle, type Bundle, type GatewayProcess } from "../../faults/kit.js";
import { watchLoop, type Loop } from "./loop.js";
import { startUpstream, type HostileUpstream } from "./upstream.js";

/** The bundle's gateway as a process, an API in the attacker's hands behind it, and a watch on its loop. */
export interface Target {
  readonly bundle: Bundle;
  readonly gateway: GatewayProcess;
  readonly upstream: HostileUpstream;
  readonly account: string;
  /** The bundle's command. */
  readonly program: string;
  readonly loop: Loop;
  /** The account's key. */
  readonly key: string;
  makeServer(config?: object): Promise<MadeServer>;
  stop(): Promise<void>;
}

/** A command of the bundle that serves HTTP, and a watch on its loop. */
export interface Watched {
  readonly url: string;
  readonly loop: Loop;
  stop(): Promise<void>;
}

export async function startWatched(
  { program, bundle }: Target,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<Watched> {
  const socket = join(bundle.folder, `${args[0]!}.sock`);
  const watching = { NODE_OPTIONS: `--import=${monitor}`, ATTACK_LOOP_SOCKET: socket };
  const started = await startCommand(process.execPath, [program, ...args], /http:\/\/127\.0\.0\.1:\d+/, {
    env: { ...process.env, ...watching, ...env },
  });
  const loop = await watchLoop(socket);
  return {
    url: started.said[0],
    loop,
    async stop() {
      loop.close();
      await started.stop();
    },
  };
}

const monitor = pathToFileURL(join(import.meta.dirname, "loop-monitor.mjs")).href;

export async function startTarget(env: Readonly<Record<string, string>> = {}): Promise<Target> {
  const [bundle, upstream] = await Promise.all([makeBundle(), startUpstream()]);
  await shortenWindow(join(bundle.folder, "dist"));
  const socket = join(bundle.folder, "loop.sock");
  const gateway = await bundle.start("data", {
    STANDPIPE_BASE_URLS: upstream.url,
    NODE_OPTIONS: `--import=${monitor}`,
    ATTACK_LOOP_SOCKET: socket,
    ...env,
  });
  const loop = await watchLoop(socket);
  const account = await makeAccount(gateway, upstream.url, "attacked-account-key");
  return {
    bundle,
    gateway,
    upstream,
    account,
    program: join(bundle.folder, "dist/standpipe.mjs"),
    loop,
    key: "fhb-attacked-account-key",
    makeServer: (config) => makeServer(gateway, account, { surface: "full", ...config }),
    async stop() {
      loop.close();
      await gateway.stop();
      await Promise.all([upstream.close(), bundle.remove()]);
    },
  };
}

/** The account's pace would hold back an attack. Its window becomes short; all else of the bundle is as it is built. */
async function shortenWindow(dist: string): Promise<void> {
  const names = (await readdir(dist)).filter((name) => /^firehydrant-.*\.mjs$/.test(name));
  let isShort = false;
  for (const name of names) {
    const text = await readFile(join(dist, name), "utf8");
    const short = text.replace(
      '"rateLimit":{"requests":50,"seconds":10}',
      '"rateLimit":{"requests":50,"seconds":0.05}',
    );
    if (short === text) continue;
    isShort = true;
    await writeFile(join(dist, name), short);
  }
  const manifest = JSON.parse(await readFile(join(dist, MANIFEST), "utf8")) as object;
  await writeFile(join(dist, MANIFEST), JSON.stringify({ ...manifest, files: await hashesIn(dist) }));
  if (!isShort) throw new Error("The bundle does not state the API's rate limit as this test expects.");
}
