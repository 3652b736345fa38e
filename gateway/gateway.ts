import { createServer, type Server } from "node:http";
import type { Logger } from "pino";
import { drainServer, type GeneratedApi, isLoopback, listen } from "../runtime/index.js";
import { servedApis } from "./apis.js";
import { openAdmin } from "./admin.js";
import { createApp, type App, type AppParts } from "./app.js";
import { createAuditLog } from "./audit/audit-log.js";
import type { Core } from "./core.js";
import { createAccessTokens } from "./oauth/access-token.js";
import { boundConnections } from "./ops/connections.js";
import { createFront } from "./ops/front.js";
import { createMetrics } from "./ops/metrics.js";
import { createRoutes } from "./routes.js";
import { closeToOthers } from "./secrets/open-to-others.js";
import { createVault } from "./secrets/vault.js";
import { openKeys } from "./secrets/keys.js";
import { readSecretKeys } from "./secrets/secret-keys.js";
import { startHousekeeping } from "./housekeeping.js";
import { createAccess } from "./serve/access.js";
import type { Consent } from "./serve/consent.js";
import { createDoorkeeper } from "./serve/doorkeeper.js";
import { createMetadata } from "./serve/metadata.js";
import { createOAuthFactor } from "./serve/oauth-factor.js";
import { createOpenRequests } from "./serve/open-requests.js";
import { createSharedCancels } from "./serve/shared-cancels.js";
import { createSseStreams } from "./serve/sse.js";
import { createViews } from "./serve/views.js";
import type { Settings } from "./settings.js";
import { openStore } from "./store/store.js";

export interface GatewayOptions {
  /** The APIs that accounts can be of. */
  readonly apis: readonly GeneratedApi[];
  readonly version: string;
  /** The folder of the database file and the secret key. */
  readonly folder: string;
  readonly settings: Settings;
  /** Where secret keys are read from. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly host: string;
  /** 0 takes any free one. */
  readonly port: number;
  /** Where sandboxes run, by the names of their APIs. */
  readonly sandboxUrls?: Readonly<Record<string, string>>;
  readonly logger: Logger;
  /** Is told the admin token when it is made, the only time that it is known. */
  readonly showAdminToken: (token: string) => void;
  /** Asks a person about calls that need it; made once the store is open. */
  readonly consent?: (core: Core) => Consent;
  /** Mounts further routes: the page, the approval of calls. */
  readonly mounts?: readonly ((app: App, parts: AppParts) => void)[];
  readonly now?: () => Date;
}

export interface Gateway {
  readonly core: Core;
  /** Where it is reached, without a slash at its end. */
  readonly url: string;
  /** Where metrics are read without a token, if they have a port of their own. */
  readonly metricsUrl?: string;
  /** Takes no further requests, and ends when those under way have, or are cut off after so many milliseconds. */
  drain(graceMs: number): Promise<void>;
}

/**
 * Opens the store and serves accounts' server URLs, the management API and what is mounted beside it.
 * @throws Error where it listens beyond loopback without an operator's token, the store can't be opened, its secrets are sealed with another key, or the port is taken
 */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { version, folder, settings, env, host, logger, now = () => new Date() } = options;
  const report = (error: Error) => logger.error({ err: error }, "failed");
  if (settings.adminToken === undefined && !isLoopback(host)) throw new Error(needsToken);
  const apis = servedApis({
    apis: options.apis,
    sandboxUrls: options.sandboxUrls ?? {},
    baseUrls: settings.baseUrls,
  });
  closeToOthers(folder).forEach((warning) => logger.warn(warning));
  const vault = createVault(readSecretKeys(env, folder));
  const store = await openStore({ databaseUrl: settings.databaseUrl, folder });
  try {
    const keys = await openKeys(store.db, vault, now());
    const admin = await openAdmin(store.db, keys, settings.adminToken, now(), options.showAdminToken);
    const audit = createAuditLog(store, logger, now);
    const { issuers } = settings.oauth;
    const core: Core = { store, keys, apis, issuers, audit, now, changed: () => access.forget() };
    const access = createAccess(core);
    const metrics = createMetrics({
      activeRequests: () => front.active(),
      views: () => views.size(),
      streams: () => streams.count(),
      audit: audit.counts,
    });
    const consent = options.consent?.(core);
    const views = createViews({
      core,
      metrics,
      version,
      report,
      rateLimiter: store.rateLimiter(),
      cancelsOf: createSharedCancels(core),
      consent,
      auditValues: settings.auditValues,
      auditRequired: settings.auditRequired,
    });
    const oauthFactor = createOAuthFactor(createAccessTokens(settings.oauth, now), settings.oauth);
    const openRequests = createOpenRequests();
    const doorkeeper = createDoorkeeper({ core, access, oauthFactor, views, openRequests, metrics });
    const mostStreams = settings.mostRequests;
    const streams = createSseStreams({ doorkeeper, views, openRequests, mostStreams, report, consent });
    const app = createApp({ core, admin, version, report, mounts: options.mounts });
    let isDraining = false;
    const ready = async () => {
      if (isDraining) throw new Error("The gateway is shutting down.");
      await store.ping().catch(() => {
        throw new Error("The gateway's store doesn't answer.");
      });
      if (!audit.isWorking()) {
        const { waiting } = audit.counts;
        throw new Error(`The audit log cannot be written. ${waiting} entries wait; writes are refused.`);
      }
    };
    const front = createFront({
      host,
      allowedHosts: settings.allowedHosts,
      trustedProxies: settings.trustedProxies,
      publicUrl: settings.publicUrl,
      mostRequests: settings.mostRequests,
      route: createRoutes({
        app,
        admin,
        doorkeeper,
        streams,
        metrics,
        answerMetadata: createMetadata(access, settings.oauth),
        ready,
      }),
      metrics: () => metrics,
      log: (line) => logger.debug(line, "request"),
      report,
    });
    const server = createServer(front.handle);
    // Clients keep connections for a minute; one closed under their hands looks like a failed call.
    server.keepAliveTimeout = 65_000;
    boundConnections(server, logger, () => metrics.turnedAway.inc({ reason: "connections" }));
    const url = await listen(server, host, options.port);
    const metricsServer =
      settings.metricsPort === undefined
        ? undefined
        : await serveMetrics(settings.metricsPort, host, metrics);
    const endHousekeeping = startHousekeeping(core, settings.auditDays, report);
    return {
      core,
      url,
      metricsUrl: metricsServer?.url,
      async drain(graceMs) {
        isDraining = true;
        openRequests.close();
        streams.close();
        await drainServer(server, graceMs);
        await endHousekeeping();
        metricsServer?.server.close();
        await views.close();
        await doorkeeper.close();
        await audit.close();
        await store.close();
      },
    };
  } catch (error) {
    await store.close().catch(() => {});
    throw error;
  }
}

/** What is made at the first start is shown to whoever started it, but a service's output is kept in logs. */
const needsToken =
  "Beyond loopback the gateway needs an admin token of its operator's: " +
  'make one with "openssl rand -base64 32" and set it as STANDPIPE_ADMIN_TOKEN.';

/** Metrics on a port of their own need no token: who may reach it is the network's to say. */
async function serveMetrics(
  port: number,
  host: string,
  metrics: ReturnType<typeof createMetrics>,
): Promise<{ readonly server: Server; readonly url: string }> {
  const server = createServer((request, response) => {
    if (request.url !== "/metrics") return void response.writeHead(404).end();
    void metrics
      .text()
      .then((text) => response.writeHead(200, { "content-type": metrics.contentType }).end(text));
  });
  const origin = await listen(server, host, port);
  return { server, url: `${origin}/metrics` };
}
