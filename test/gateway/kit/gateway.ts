import { copyFile, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Writable } from "node:stream";
import { api } from "../../../generated/firehydrant/index.js";
import { startBuiltGateway } from "./built-gateway.js";
import type { TestClock } from "./clock.js";
import { startGateway, type Gateway, type GatewayOptions } from "../../../gateway/gateway.js";
import type { GeneratedApi } from "../../../runtime/index.js";
import { openStore } from "../../../gateway/store/open.js";
import { once } from "../../fixtures/once.js";
import { createLogger } from "../../../gateway/ops/logger.js";
import { readSettings, type Settings } from "../../../gateway/settings.js";
import { ask, testAdminToken, type Asks } from "./requests.js";
import { defaultStore } from "./stores.js";

export {
  ask,
  call,
  makeAccount,
  makeServer,
  rpc,
  testAdminToken,
  type MadeServer,
  type Reply,
} from "./requests.js";

/** A gateway with all functions that tests need. */
export interface TestGateway extends Asks {
  /** Its metrics are read by HTTP, because it may be another process. */
  readonly gateway: Omit<Gateway, "registry">;
  readonly url: string;
  readonly adminToken: string;
  readonly folder: string;
  /** All log lines, unparsed. */
  readonly logged: () => string;
  stop(): Promise<void>;
}

/** FireHydrant's rate limit, with a window that is short enough for tests. */
export const pace = { requests: 50, seconds: 2 };

export function pacedApi(rateLimit = pace): GeneratedApi {
  const { catalogue } = api;
  return { ...api, catalogue: { ...catalogue, api: { ...catalogue.api, rateLimit } } };
}

/** Whether gateways of tests run from the bundle, in processes of their own. */
export const isBuilt = Boolean(process.env["STANDPIPE_TEST_DIST"]);

export interface TestOptions extends Partial<Omit<GatewayOptions, "settings" | "now">> {
  readonly settings?: Partial<Settings>;
  readonly clock?: TestClock;
}

/**
 * Starts a gateway on a free port, with the test's store in its own folder. It runs in this process. With
 * STANDPIPE_TEST_DIST it is the bundle's gateway in a process of its own.
 */
export async function startTestGateway(options: TestOptions = {}): Promise<TestGateway> {
  const folder = options.folder ?? (await newFolder());
  const settings = {
    ...readSettings({}),
    adminToken: testAdminToken,
    ...(await defaultStore(folder)),
    ...options.settings,
  };
  const { gateway, logged } = await (isBuilt ? startBuilt : startHere)({ ...options, settings }, folder);
  const { url } = gateway;
  return {
    gateway,
    url,
    adminToken: testAdminToken,
    folder,
    logged,
    ask: (method, path, body, headers) => ask(url, method, path, body, headers),
    async stop() {
      await gateway.drain(1_000);
      if (options.folder === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

/** A folder with a database that has its tables, but no rows. To make the tables takes longer than to copy them. */
async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "standpipe-gateway-"));
  const made = await once("sqlite", async (into) => (await openStore({ folder: into })).close());
  await copyFile(join(made, "standpipe.db"), join(folder, "standpipe.db"));
  return folder;
}

type AllOptions = TestOptions & { readonly settings: Settings };

async function startBuilt({ clock, ...options }: AllOptions, folder: string) {
  const gateway = await startBuiltGateway({
    apis: [pacedApi()],
    ...options,
    folder,
    env: { ...options.env, ...clock?.env },
    now: clock?.now ?? (() => new Date()),
    windowSeconds: pace.seconds,
  });
  return { gateway, logged: gateway.logged };
}

async function startHere({ clock, ...options }: AllOptions, folder: string) {
  const lines: string[] = [];
  const to = new Writable({ write: (chunk, _encoding, done) => (lines.push(String(chunk)), done()) });
  const gateway = await startGateway({
    apis: [pacedApi()],
    version: "0.0.0-test",
    env: {},
    host: "127.0.0.1",
    port: 0,
    logger: createLogger("trace", { keyStarts: ["fhb-"], to }),
    showAdminToken: () => {},
    now: clock?.now,
    ...options,
    folder,
  });
  return { gateway, logged: () => lines.join("") };
}
