import { apis } from "../../../cli/apis.js";
import { startApiSandbox } from "../../../cli/sandbox/start.js";
import { createAccount } from "../../../gateway/accounts/accounts.js";
import { createConsent } from "../../../gateway/consent/consent.js";
import type { Act } from "../../../gateway/core.js";
import type { Gateway } from "../../../gateway/gateway.js";
import { mountPage } from "../../../gateway/page/page.js";
import { createServer } from "../../../gateway/servers/servers.js";
import type { CompareApi } from "../../../gateway/review/comparison.js";
import type { ServerConfig } from "../../../gateway/server-config.js";
import { createClock } from "../kit/clock.js";
import { startTestGateway } from "../kit/gateway.js";

export const adminToken = "spm-for-tests-and-nothing-else";
export const act: Act = { actor: "test", requestId: "test" };

/** A gateway with the sandbox, an account on it, and an adjustable clock. */
export interface TestGateway extends Omit<Gateway, "registry"> {
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

/**
 * @param shared a gateway whose store the new one uses, as a second replica
 * @param compare what the review compares with
 */
export async function testGateway(shared?: TestGateway, compare?: CompareApi): Promise<TestGateway> {
  const sandbox = shared
    ? { url: shared.sandboxUrl, key: shared.sandboxKey }
    : await startApiSandbox("firehydrant", { rateLimit: false });
  const clock = createClock();
  const on = await startTestGateway({
    apis: [await apis["firehydrant"]!()],
    folder: shared?.folder,
    settings: { adminToken },
    sandboxUrls: { firehydrant: sandbox.url },
    consent: createConsent,
    mounts: [mountPage],
    compare,
    clock,
  });
  const { gateway, folder } = on;
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
    pass: clock.pass,
    close: () => on.stop(),
  };
}

export function account(api_key: string) {
  return { name: "Practice", api_key, region: "sandbox", verify: false };
}
