import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { apis } from "../../../cli/apis.js";
import { startApiSandbox } from "../../../cli/sandbox/start.js";
import { createAccount } from "../../../gateway/accounts/accounts.js";
import { createConsent } from "../../../gateway/consent/consent.js";
import type { Act } from "../../../gateway/core.js";
import { startGateway, type Gateway } from "../../../gateway/gateway.js";
import { createLogger } from "../../../gateway/ops/logger.js";
import { mountPage } from "../../../gateway/page/page.js";
import { createServer } from "../../../gateway/servers/servers.js";
import type { ServerConfig } from "../../../gateway/server-config.js";
import { readSettings } from "../../../gateway/settings.js";

export const adminToken = "spm-for-tests-and-nothing-else";
export const act: Act = { actor: "test", requestId: "test" };

/** A gateway with the sandbox, an account on it, and an adjustable clock. */
export interface TestGateway extends Gateway {
  readonly accountId: string;
  readonly folder: string;
  readonly sandboxUrl: string;
  readonly sandboxKey: string;
  /** A new server URL. */
  serverUrl(config: ServerConfig, name?: string): Promise<{ readonly id: string; readonly url: string }>;
  /** Moves the gateway's clock. */
  pass(ms: number): void;
  close(): Promise<void>;
}

/** @param shared a folder with the store of another gateway, which becomes the second replica */
export async function testGateway(shared?: TestGateway): Promise<TestGateway> {
  const sandbox = shared
    ? { url: shared.sandboxUrl, key: shared.sandboxKey }
    : await startApiSandbox("firehydrant", { rateLimit: false });
  const folder = shared?.folder ?? (await mkdtemp(join(tmpdir(), "standpipe-page-")));
  let ahead = 0;
  const gateway = await startGateway({
    apis: [await apis["firehydrant"]!()],
    version: "0",
    folder,
    settings: readSettings({ STANDPIPE_ADMIN_TOKEN: adminToken, STANDPIPE_LOG_LEVEL: "silent" }),
    env: {},
    host: "127.0.0.1",
    port: 0,
    sandboxUrls: { firehydrant: sandbox.url },
    logger: createLogger("error"),
    showAdminToken: () => {},
    consent: createConsent,
    mounts: [mountPage],
    now: () => new Date(Date.now() + ahead),
  });
  const accountId = shared?.accountId ?? (await createAccount(gateway.core, account(sandbox.key), act)).id;
  return {
    ...gateway,
    accountId,
    folder,
    sandboxUrl: sandbox.url,
    sandboxKey: sandbox.key,
    async serverUrl(config, name = "For tests") {
      const { id, token } = await createServer(gateway.core, accountId, { name, config }, act);
      return { id, url: `${gateway.url}/mcp/${token}` };
    },
    pass: (ms) => void (ahead += ms),
    async close() {
      await gateway.drain(100);
      if (!shared) await rm(folder, { recursive: true });
    },
  };
}

function account(api_key: string) {
  return { name: "Practice", api_key, region: "sandbox", verify: false };
}
