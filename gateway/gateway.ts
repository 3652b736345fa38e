import { createServer } from "node:http";
import type { Logger } from "pino";
import { type GeneratedApi, isLoopback, listen, mostRequestMs, type Tracing } from "../runtime/index.js";
import { startKeyWatch, type KeyWatch } from "./accounts/references/watch-keys.js";
import { servedApis } from "./apis.js";
import type { FetchDocument } from "./authorization/fetch-document.js";
import { createOAuth } from "./create-oauth.js";
import { createPersonApps } from "./identity/person-apps.js";
import type { App, AppParts } from "./app-parts.js";
import type { Core } from "./core.js";
import { createActivity } from "./ops/activity.js";
import { boundConnections } from "./ops/connections.js";
import { createFront } from "./ops/front.js";
import { watchLoop } from "./ops/loop-watch.js";
import { createMetrics, type Metrics } from "./ops/metrics.js";
import { openCore, type Opened } from "./open-core.js";
import { logEvent } from "./ops/log-events.js";
import { serveMetrics } from "./ops/metrics-server.js";
import { createStoreFigures } from "./ops/store-figures.js";
import { createRooms } from "./ops/rooms.js";
import { assertReady } from "./ready.js";
import { startLine } from "./start-line.js";
import { createRoutes } from "./routes.js";
import { closeToOthers } from "./secrets/open-to-others.js";
import { createVault } from "./secrets/vault.js";
import { readSecretKeys } from "./secrets/secret-keys.js";
import { startHousekeeping } from "./housekeeping.js";
import type { CompareApi } from "./review/comparison.js";
import type { Consent } from "./serve/consent.js";
import { createDoorkeeper } from "./serve/doorkeeper.js";
import { createMetadata } from "./serve/metadata.js";
import { createOpenRequests } from "./serve/open-requests.js";
import { createOwnKeyDesk } from "./own-keys/desk.js";
import { createPlayground } from "./serve/playground.js";
import { createSharedCancels } from "./serve/shared-cancels.js";
import { createSseStreams } from "./serve/sse.js";
import { createViews } from "./serve/views.js";
import type { Settings } from "./settings.js";
import { openStore } from "./store/open.js";
import type { QueryWatch } from "./store/store.js";

export interface GatewayOptions {
  /** The APIs of accounts. */
  readonly apis: readonly GeneratedApi[];
  readonly version: string;
  /** The folder of the database file and the secret key. */
  readonly folder: string;
  readonly settings: Settings;
  /** The source of secret keys. */
  readonly env: Readonly<Record<string, string | undefined>>;
  readonly host: string;
  /** 0 uses any free port. */
  readonly port: number;
  /** URLs of sandboxes, by the names of their APIs. */
  readonly sandboxUrls?: Readonly<Record<string, string>>;
  readonly logger: Logger;
  /** Called with a new admin token, which is only known then. */
  readonly showAdminToken: (token: string) => void;
  /** Asks people to approve calls. Created once the store is open. */
  readonly consent?: (core: Core) => Consent;
  /** Mounts more routes: the page and the approvals. */
  readonly mounts?: readonly ((app: App, parts: AppParts) => void)[];
  /** Compares what is served with the files on disk, for the review. */
  readonly compare?: CompareApi;
  readonly now?: () => Date;
  /** Fetches documents of clients. Tests have no internet. */
  readonly fetchDocument?: FetchDocument;
  /** Records spans. Absent if nothing is traced. */
  readonly tracing?: Tracing;
}

export interface Gateway {
  readonly core: Core;
  /** Its URL, without a slash at the end. */
  readonly url: string;
  /** URL of the metrics without a token, if they have their own port. */
  readonly metricsUrl?: string;
  /** All metrics, to send them elsewhere. */
  readonly registry: Metrics["registry"];
  /** Accepts no further requests, and ends when the running ones have, or aborts them after this many milliseconds. */
  drain(graceMs: number): Promise<void>;
}

/**
 * Opens the store and serves server URLs, the management API and mounted routes.
 * @throws Error if it listens beyond loopback without an operator's token, the store cannot be opened, its secrets are
 * encrypted with another key, or the port is in use
 */
export async function startGateway(options: GatewayOptions): Promise<Gateway> {
  const { folder, settings, env, host } = options;
  if (settings.adminToken === undefined && settings.adminTokenOn && !isLoopback(host))
    throw new Error(needsToken);
  const apis = servedApis({
    apis: options.apis,
    sandboxUrls: options.sandboxUrls ?? {},
    baseUrls: settings.baseUrls,
  });
  closeToOthers(folder).forEach((warning) => logEvent(options.logger, "data_folder_open", {}, warning));
  const vault = createVault(readSecretKeys(env, folder));
  const metrics = createMetrics();
  const watch: QueryWatch = (ms, isFailed) =>
    metrics.storeSeconds.observe({ outcome: isFailed ? "error" : "ok" }, ms / 1000);
  const waits = (missing: readonly string[]) =>
    logEvent(options.logger, "waiting_for_migration", { missing }, waitsForMigration);
  const store = await openStore({
    databaseUrl: settings.databaseUrl,
    folder,
    watch,
    ...(settings.migrates ? {} : { waits }),
  });
  try {
    return await listenFor(await openCore({ store, vault, apis, metrics }, options), options);
  } catch (error) {
    await store.close().catch(() => {});
    throw error;
  }
}

async function listenFor(opened: Opened, options: GatewayOptions): Promise<Gateway> {
  const { settings, host, logger } = options;
  const { core } = opened;
  const { store, audit } = core;
  const report = (error: Error) => logEvent(logger, "failed", { err: error });
  const stopping = new AbortController();
  const keyWatch = startKeyWatch(core, logger, report);
  const ready = async () => {
    if (stopping.signal.aborted) throw new Error("The gateway is shutting down.");
    await assertReady(core);
    return keyWatch.warnings();
  };
  const parts = { report, ready, keyWatch, stopping: stopping.signal };
  const serving = createServing(opened, options, parts);
  const { front, activity, openRequests, streams, views, doorkeeper } = serving;
  const { metrics } = opened;
  const server = createServer({ requestTimeout: mostRequestMs }, front.handle);
  // Clients keep connections for a minute. Closing one earlier looks like a failed call.
  server.keepAliveTimeout = 65_000;
  boundConnections(server, logger, () => metrics.turnedAway.inc({ reason: "connections" }));
  const { origin: url, drain: drainServer } = await listen(server, host, options.port, report);
  const { metricsPort } = settings;
  const metricsServer =
    metricsPort === undefined ? undefined : await serveMetrics(metricsPort, host, { metrics, report });
  const endLoopWatch = watchLoop(logger, activity, (seconds) => metrics.loopStalls.observe({}, seconds));
  const endHousekeeping = startHousekeeping(
    core,
    { settings, logger, pruned: (entries) => metrics.auditPruned.inc({}, entries) },
    report,
  );
  logEvent(logger, "started", await startLine(core, url, options), `The gateway serves at ${url}.`);
  return {
    core,
    url,
    metricsUrl: metricsServer?.url,
    registry: metrics.registry,
    async drain(graceMs) {
      const until = performance.now() + graceMs;
      stopping.abort();
      openRequests.close();
      streams.close();
      await drainServer(graceMs);
      endLoopWatch();
      await keyWatch.end();
      metricsServer?.server.close();
      await views.close(Math.max(0, until - performance.now()));
      await doorkeeper.close();
      await Promise.all([core.usage.close(), audit.close()]);
      await endHousekeeping();
      await store.close();
      logEvent(logger, "stopped");
    },
  };
}

interface ServingParts {
  readonly report: (error: Error) => void;
  /** Returns warnings. @throws Error with the reason if the gateway is not ready */
  readonly ready: () => Promise<readonly string[]>;
  readonly keyWatch: KeyWatch;
  /** Aborted when the gateway stops. */
  readonly stopping: AbortSignal;
}

/** The handlers of requests: server URLs, old clients' streams and the app, with their limits. */
function createServing(
  { core, access, admin, metrics, provider }: Opened,
  { version, settings, host, logger, mounts, tracing, ...options }: GatewayOptions,
  { report, ready, keyWatch, stopping }: ServingParts,
) {
  const { auditValues, auditRequired, mostRequests } = settings;
  const { allowedHosts, allowedOrigins, trustedProxies, publicUrl } = settings;
  const rooms = createRooms(mostRequests);
  const activity = createActivity();
  const consent = options.consent?.(core);
  const rateLimiter = core.store.rateLimiter();
  const calling = { core, metrics, rooms, activity, report, rateLimiter, consent };
  const views = createViews({
    ...calling,
    cancelsOf: createSharedCancels(core),
    version,
    auditValues,
    auditRequired,
    tracing,
  });
  const openRequests = createOpenRequests();
  const { authorization, oauthFactor } = createOAuth({ core, access, provider }, settings, options);
  const doorkeeper = createDoorkeeper({ core, access, oauthFactor, views, rooms, openRequests, metrics });
  const streams = createSseStreams({ doorkeeper, views, rooms, openRequests, report, consent });
  const parts = { core, admin, version, access, authorization };
  const { compare } = options;
  const own = { playground: createPlayground(core, views), ownKeys: createOwnKeyDesk(core) };
  const open = { compare, provider, strangers: rooms.strangers, accountStates: views.upstreams, stopping };
  const app = createPersonApps({ ...parts, ...own, ...open, report, mounts });
  const answerMetadata = createMetadata(access, { ...settings.oauth, issuers: core.issuers });
  const front = createFront({
    host,
    ...{ allowedHosts, allowedOrigins, trustedProxies, publicUrl, mostRequests },
    route: createRoutes({ app, admin, doorkeeper, streams, metrics, answerMetadata, ready }),
    metrics,
    activity,
    tracing,
    log: (line) => logEvent(logger, "request", line),
    report,
  });
  metrics.addGauges({
    activeRequests: front.active,
    views: views.size,
    streams: streams.count,
    audit: core.audit.counts,
    upstreams: views.upstreams,
    keys: keyWatch.states,
    labelOf: metrics.accountLabel,
    pool: () => core.store.pool?.(),
    figures: createStoreFigures(core),
    build: { version, store: settings.databaseUrl === undefined ? "sqlite" : "postgresql" },
  });
  return { front, activity, openRequests, streams, views, doorkeeper };
}

const waitsForMigration =
  "The database has the schema of an older version, and STANDPIPE_MIGRATE is false. " +
  "The gateway starts when you have run standpipe migrate.";

/** Secrets of the first start are shown on a terminal, but a service's output is stored in logs. */
const needsToken =
  "Beyond loopback the gateway needs an operator's admin token: " +
  'make one with "openssl rand -base64 32" and set it as STANDPIPE_ADMIN_TOKEN.';
