import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { Writable } from "node:stream";
import { createReferencedKeys } from "../../../gateway/accounts/references/referenced-keys.js";
import { servedApis } from "../../../gateway/apis.js";
import { createAuditLog } from "../../../gateway/audit/audit-log.js";
import type { Core } from "../../../gateway/core.js";
import type { Gateway, GatewayOptions } from "../../../gateway/gateway.js";
import { createLogger } from "../../../gateway/ops/logger.js";
import { openKeys } from "../../../gateway/secrets/keys.js";
import { readSecretKeys } from "../../../gateway/secrets/secret-keys.js";
import { createVault } from "../../../gateway/secrets/vault.js";
import type { Settings } from "../../../gateway/settings.js";
import { createUsage } from "../../../gateway/usage/usage.js";
import { openStore } from "../../../gateway/store/open.js";
import { quickBundle } from "../../fixtures/shared-build.js";
import { freePort } from "../../fixtures/free-port.js";

/** A gateway of the bundle as a separate process. */
export interface BuiltGateway extends Omit<Gateway, "registry"> {
  /** Its output so far. */
  readonly logged: () => string;
}

export interface BuiltOptions extends Pick<
  GatewayOptions,
  "apis" | "folder" | "settings" | "env" | "sandboxUrls"
> {
  readonly now: () => Date;
  /** The window of FireHydrant's rate limit. */
  readonly windowSeconds: number;
}

/**
 * Starts a gateway of the bundle on a free port, and waits until it answers.
 * @throws Error with its output if it ends before
 */
export async function startBuiltGateway(options: BuiltOptions): Promise<BuiltGateway> {
  const { folder, settings, windowSeconds, sandboxUrls = {} } = options;
  const [bundle, port] = await Promise.all([quickBundle(windowSeconds), freePort()]);
  const sandbox = Object.values(sandboxUrls).flatMap((url) => ["--sandbox", url]);
  const args = [join(bundle, "dist/standpipe.mjs"), "gateway", "--port", String(port)];
  args.push("--data", folder, ...sandbox);
  const secretKey = settings.databaseUrl && { STANDPIPE_SECRET_KEY: "key-of-the-tests-".repeat(3) };
  const own = { ...secretKey, ...definedOf(options.env) };
  const env = { ...process.env, ...variablesOf(settings), STANDPIPE_LOG_LEVEL: "trace", ...own };
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "pipe"] });
  const ended = once(child, "close");
  let logged = "";
  for (const stream of [child.stdout, child.stderr]) stream.on("data", (chunk) => (logged += String(chunk)));
  const url = `http://127.0.0.1:${port}`;
  while (!(await answers(url))) {
    if (child.exitCode !== null) throw new Error(`The gateway of the bundle ended: ${logged}`);
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  const core = await otherCore(url, { ...options, env: own });
  return {
    core,
    url,
    metricsUrl: settings.metricsPort ? `http://127.0.0.1:${settings.metricsPort}/metrics` : undefined,
    logged: () => logged,
    async drain() {
      await core.store.close();
      child.kill("SIGTERM");
      await ended;
    },
  };
}

async function answers(url: string): Promise<boolean> {
  return fetch(`${url}/healthz`).then(
    ({ ok }) => ok,
    () => false,
  );
}

/**
 * For a test of a gateway in its own process: another core on the same store, as a replica has it. `flush` waits until
 * the gateway has written its entries.
 */
async function otherCore(url: string, options: BuiltOptions): Promise<Core> {
  const { apis: generated, folder, settings, env, now, sandboxUrls = {} } = options;
  const apis = servedApis({ apis: generated, sandboxUrls, baseUrls: settings.baseUrls });
  const vault = createVault(readSecretKeys(env, folder));
  const store = await openStore({ databaseUrl: settings.databaseUrl, folder });
  const keys = await openKeys(store.db, vault, now());
  const nowhere = new Writable({ write: (_chunk, _encoding, done) => done() });
  const audit = createAuditLog(store, createLogger("silent", { keyStarts: [], to: nowhere }), now);
  const headers = { authorization: `Bearer ${settings.adminToken}` };
  async function flush(): Promise<void> {
    const text = await (await fetch(`${url}/metrics`, { headers })).text();
    if (!/^standpipe_audit_entries_waiting 0$/m.test(text)) await flush();
  }
  return {
    store,
    keys,
    referencedKeys: createReferencedKeys({ sources: settings.keySources, apis, env, forbidden: [folder] }),
    apis,
    issuers: settings.oauth.issuers,
    ownerGroups: settings.ownerGroups,
    approvalChannels: [],
    audit: { ...audit, flush },
    usage: createUsage(store, now),
    now,
    changed: () => {},
  };
}

function definedOf(env: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(env).filter((entry): entry is [string, string] => entry[1] !== undefined),
  );
}

/** The variables that allow these sources of keys. */
function sourcesOf(sources: Settings["keySources"]): Record<string, string> {
  const text = (kind: keyof typeof sources) =>
    sources[kind].map(({ target, value }) => (target === undefined ? value : `${target}=${value}`));
  return {
    STANDPIPE_KEY_FOLDERS: text("file").join(","),
    STANDPIPE_KEY_VARIABLES: text("env").join(","),
    STANDPIPE_KEY_COMMANDS: text("exec").join("\n"),
  };
}

/** The environment variables for these settings. A missing setting has no variable. */
function variablesOf(settings: Settings): Record<string, string> {
  const { oauth, oidc } = settings;
  const variables: Record<string, string | number | boolean | readonly string[] | undefined> = {
    DATABASE_URL: settings.databaseUrl,
    STANDPIPE_MIGRATE: settings.migrates,
    STANDPIPE_ADMIN_TOKEN: settings.adminToken,
    STANDPIPE_ADMIN_TOKEN_ON: settings.adminTokenOn,
    STANDPIPE_OIDC_ISSUER: oidc?.issuer,
    STANDPIPE_OIDC_CLIENT_ID: oidc?.clientId,
    STANDPIPE_OIDC_CLIENT_SECRET: oidc?.clientSecret,
    STANDPIPE_OIDC_CLIENT_KEY: oidc?.clientKey,
    STANDPIPE_OIDC_SCOPES: oidc?.scopes,
    STANDPIPE_OIDC_GROUPS_CLAIM: oidc?.groupsClaim,
    STANDPIPE_AUTHORIZATION_SERVER: settings.authorization && true,
    STANDPIPE_CLIENT_REGISTRATION: settings.authorization?.registration,
    STANDPIPE_PERSON_CLAIM: oauth.personClaim,
    STANDPIPE_OWNER_GROUPS: settings.ownerGroups,
    STANDPIPE_PUBLIC_URL: settings.publicUrl,
    STANDPIPE_ALLOWED_HOSTS: settings.allowedHosts,
    STANDPIPE_ALLOWED_ORIGINS: settings.allowedOrigins,
    STANDPIPE_TRUSTED_PROXIES: settings.trustedProxies,
    STANDPIPE_BASE_URLS: settings.baseUrls,
    ...sourcesOf(settings.keySources),
    STANDPIPE_OAUTH_ISSUERS: oauth.issuers,
    STANDPIPE_OAUTH_AUDIENCES: oauth.audiences,
    STANDPIPE_OAUTH_REQUIRED_SCOPES: oauth.requiredScopes,
    STANDPIPE_OAUTH_GROUPS_CLAIM: oauth.groupsClaim,
    STANDPIPE_OAUTH_CLOCK_TOLERANCE: oauth.clockTolerance,
    STANDPIPE_AUDIT_VALUES: settings.auditValues,
    STANDPIPE_AUDIT_REQUIRED: settings.auditRequired,
    STANDPIPE_AUDIT_DAYS: settings.auditDays,
    STANDPIPE_MAX_REQUESTS: settings.mostRequests,
    STANDPIPE_METRICS_PORT: settings.metricsPort,
  };
  return definedOf(
    Object.fromEntries(
      Object.entries(variables).map(([name, value]) => [name, value === undefined ? value : String(value)]),
    ),
  );
}
