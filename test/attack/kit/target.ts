import { rm } from "node:fs/promises";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { makeAccount, makeServer, type MadeServer } from "../../gateway/kit/requests.js";
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
  // Of a former run of the same test.
  await rm(socket, { force: true });
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
  // The account's pace would hold back an attack.
  const [bundle, upstream] = await Promise.all([makeBundle(0.05), startUpstream()]);
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
    program: bundle.program,
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
