import { createConsent } from "../../gateway/consent/consent.js";
import { keyStartsOf } from "../../gateway/apis.js";
import { startGateway, type Gateway } from "../../gateway/gateway.js";
import { logEvent } from "../../gateway/ops/log-events.js";
import { createLogger } from "../../gateway/ops/logger.js";
import type { Settings } from "../../gateway/settings.js";
import { mountPage } from "../../gateway/page/page.js";
import { isLoopback } from "../../runtime/index.js";
import type { Apis } from "../apis.js";
import { defineCommand, type Command } from "../command/command.js";
import { choice, lines, text, toggle, type Values } from "../command/flags.js";
import { listenFlags } from "../listening.js";
import { loadApi } from "../load-api.js";
import { optimiseFor } from "../optimiser.js";
import { endProcess, endSignal } from "../process-end.js";
import { startTelemetry } from "../telemetry/start.js";
import type { Telemetry } from "../telemetry/telemetry.js";
import { version } from "../version.js";
import { announce } from "./announce.js";
import { createComparer } from "./compare.js";
import { requireBuiltFiles } from "./bundle-check.js";
import { linkBack, openSandbox, sandboxServerToken, type StartSandbox } from "./sandbox-server.js";
import { readEnvironment } from "./environment.js";
import { explainStartError, requireFolder } from "./start-error.js";
import { logFor, logFormats } from "./log-format.js";

const gatewayFlags = {
  api: lines("An API to serve, by name, or the folder of a generated one; repeat the flag for several"),
  ...listenFlags(8808),
  data: text("Folder of the database and the secret key", { default: "./data" }),
  unverified: toggle("Start a bundle even if its files were changed after the build; for development", {
    default: false,
  }),
  "signed-by": text("Start only a bundle that is signed with this key: a public key file in PEM format"),
  "oidc-issuer": text("URL of the OpenID provider where people sign in to the page", {
    shown: "STANDPIPE_OIDC_ISSUER",
    fault: (url) => (URL.canParse(url) ? undefined : "the URL of an OpenID provider"),
  }),
  "oidc-client-id": text("The gateway's client id at that provider", { shown: "STANDPIPE_OIDC_CLIENT_ID" }),
  "log-format": choice("Format of the log on stderr", logFormats, {
    shown: "json; on a terminal only warnings, as text",
  }),
  sandbox: text(
    "Add an account and a server URL for a sandbox of the first API. Without a URL, start the sandbox too",
    {
      mayBeEmpty: true,
      fault: (url) =>
        url === "" || (/^https?:/.test(url) && URL.canParse(url))
          ? undefined
          : "the URL of a sandbox, or no value",
    },
  ),
};

export interface GatewayParts {
  /** The values of `--api`. The first one is the default. */
  readonly apis: Apis;
  readonly startSandbox: StartSandbox;
  /** A module of the bundle whose files are checked at the start; absent if the bundle is one file. */
  readonly module?: string;
}

/** `standpipe gateway`. */
export function gatewayCommand(parts: GatewayParts): Command {
  return defineCommand({
    name: "standpipe gateway",
    about:
      "Serves accounts, server URLs and the page that manages them. docs/deploying.md lists its variables.",
    flags: gatewayFlags,
    async run(flags) {
      // The signal is awaited from the start, because a container's first process ignores signals without a handler.
      const ended = endSignal();
      // It ends the start too, which may wait for the database.
      const started = await Promise.race([serve(flags, parts), ended]);
      await ended;
      await started?.gateway.drain(graceMs);
      await started?.telemetry?.close();
      endProcess();
    },
  });
}

/** How many milliseconds running requests may take after the signal. */
const graceMs = 25_000;

interface Started {
  readonly gateway: Gateway;
  readonly telemetry: Telemetry | undefined;
}

async function serve(
  {
    api = [],
    host,
    port,
    data,
    sandbox: place,
    unverified,
    signedBy,
    oidcIssuer,
    oidcClientId,
    logFormat,
  }: Values<typeof gatewayFlags>,
  { apis: builtIn, startSandbox, module }: GatewayParts,
): Promise<Started> {
  if (module !== undefined && !unverified) await requireBuiltFiles(module, signedBy);
  const { settings, env } = readEnvironment({
    STANDPIPE_OIDC_ISSUER: oidcIssuer,
    STANDPIPE_OIDC_CLIENT_ID: oidcClientId,
  });
  requireFolder(data);
  const names = api.length > 0 ? api : Object.keys(builtIn).slice(0, 1);
  const apis = await Promise.all(names.map((one) => loadApi(one, builtIn)));
  const sandbox = place === undefined ? undefined : await openSandbox(apis[0]!, place, startSandbox);
  let adminToken: string | undefined;
  const log = logFor(settings.logLevel, env, logFormat);
  const logger = createLogger(log.level, { to: log.to, keyStarts: keyStartsOf(apis) });
  // A defect in one request must not end the calls of all others.
  process.on("unhandledRejection", (reason) => logEvent(logger, "failed", { err: reason as Error }));
  const telemetry = await startTelemetry(env, version, (error) =>
    logEvent(logger, "telemetry_failed", { err: error }),
  );
  const gateway = await startGateway({
    apis,
    version,
    folder: data,
    settings,
    env,
    host,
    port,
    sandboxUrls: sandbox && { [sandbox.api]: sandbox.url },
    logger,
    tracing: telemetry?.tracing,
    showAdminToken: (token) => (adminToken = token),
    consent: createConsent,
    mounts: [mountPage],
    compare: createComparer(names, apis),
  }).catch((error: unknown) => explainStartError(error, { host, port, metricsPort: settings.metricsPort }));
  optimiseFor("long");
  telemetry?.exportMetrics(gateway.registry);
  if (sandbox) await linkBack(sandbox, settings.publicUrl ?? gateway.url);
  announce({
    url: settings.publicUrl ?? gateway.url,
    adminToken,
    sandboxView: sandbox?.view,
    sandboxToken: sandbox && (await sandboxServerToken(gateway.core, sandbox)),
  });
  warnOfOtherHosts(host, settings);
  return { gateway, telemetry };
}

function warnOfOtherHosts(host: string, { publicUrl, allowedHosts }: Settings): void {
  if (!isLoopback(host) && publicUrl === undefined && allowedHosts.length === 0)
    console.error(
      "standpipe: Requests for other hosts are refused. Set STANDPIPE_PUBLIC_URL to the address that clients use.",
    );
}
