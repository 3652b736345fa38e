import { spawn } from "node:child_process";
import { once } from "node:events";
import type { Settings } from "../../../gateway/settings.js";

/** A gateway from `dist/` as a separate process. */
export interface BuiltGateway {
  readonly url: string;
  /** Its output so far. */
  readonly logged: () => string;
  stop(): Promise<void>;
}

/** Starts the gateway of `dist/`, which `make build` writes, on a free port, and waits until it answers. */
export async function startBuiltGateway(folder: string, settings: Settings): Promise<BuiltGateway> {
  const args = ["dist/standpipe.mjs", "gateway", "--port", "0", "--data", folder];
  const env = { ...process.env, ...environmentOf(settings), STANDPIPE_LOG_LEVEL: "trace" };
  const child = spawn(process.execPath, args, { env, stdio: ["ignore", "pipe", "pipe"] });
  const ended = once(child, "close");
  let logged = "";
  const url = await new Promise<string>((resolve, reject) => {
    const hear = (chunk: Buffer) => {
      logged += chunk.toString();
      const [found] = /http:\/\/127\.0\.0\.1:\d+/.exec(logged) ?? [];
      if (found !== undefined) resolve(found);
    };
    child.stdout.on("data", hear);
    child.stderr.on("data", hear);
    void ended.then(() => reject(new Error(`The gateway of dist/ ended: ${logged}`)));
  });
  return {
    url,
    logged: () => logged,
    async stop() {
      child.kill("SIGTERM");
      await ended;
    },
  };
}

/** The environment variables for these settings. A missing setting has no variable. */
function environmentOf(settings: Settings): Record<string, string> {
  const { oauth } = settings;
  const variables: Record<string, string | number | boolean | readonly string[] | undefined> = {
    DATABASE_URL: settings.databaseUrl,
    STANDPIPE_ADMIN_TOKEN: settings.adminToken,
    STANDPIPE_SECRET_KEY: settings.databaseUrl === undefined ? undefined : "key-of-the-tests-".repeat(3),
    STANDPIPE_PUBLIC_URL: settings.publicUrl,
    STANDPIPE_ALLOWED_HOSTS: settings.allowedHosts,
    STANDPIPE_ALLOWED_ORIGINS: settings.allowedOrigins,
    STANDPIPE_TRUSTED_PROXIES: settings.trustedProxies,
    STANDPIPE_BASE_URLS: settings.baseUrls,
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
  const set = Object.entries(variables).filter(([, value]) => value !== undefined);
  return Object.fromEntries(set.map(([name, value]) => [name, String(value)]));
}
