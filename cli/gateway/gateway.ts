import { createConsent } from "../../gateway/consent/consent.js";
import { startGateway, type Gateway } from "../../gateway/gateway.js";
import { createLogger } from "../../gateway/ops/logger.js";
import { mountPage } from "../../gateway/page/page.js";
import { withSecretFiles } from "../../gateway/secrets/secret-files.js";
import { readSettings } from "../../gateway/settings.js";
import { isLoopback } from "../../runtime/transport/guard.js";
import { apis } from "../apis.js";
import { defineCommand } from "../command/command.js";
import { CommandError } from "../command/errors.js";
import { text, toggle, type Values } from "../command/flags.js";
import { listenFlags } from "../listening.js";
import { endProcess, endSignal } from "../process-end.js";
import { version } from "../version.js";
import { announce } from "./announce.js";
import { requireBuiltFiles } from "./bundle-check.js";
import { openSandbox, sandboxServerToken } from "./sandbox-server.js";
import { explainStartError, requireFolder } from "./start-error.js";
import { logFor } from "./terminal-log.js";

const flags = {
  ...listenFlags(8808),
  data: text("Folder of the database and the secret key", { default: "./data" }),
  unverified: toggle("Start a bundle whose files are not as they were built, for development", {
    default: false,
  }),
  sandbox: text("Add an account and a server URL on a sandbox: its own, or the one at this URL", {
    mayBeEmpty: true,
    fault: (url) =>
      url === "" || (/^https?:/.test(url) && URL.canParse(url))
        ? undefined
        : "the URL of a sandbox, or no value",
  }),
};

export const command = defineCommand({
  name: "standpipe gateway",
  about:
    "Serves accounts, server URLs and the page that manages them. docs/deploying.md lists its variables.",
  flags,
  async run(given) {
    // The signal is awaited from the start: a container's first process ignores one that it has no handler for.
    const ended = endSignal();
    const gateway = await serve(given);
    await ended;
    await gateway.drain(graceMs);
    endProcess();
  },
});

/** How long requests under way may take after the signal to end, in milliseconds. */
const graceMs = 25_000;

async function serve({
  host,
  port,
  data,
  sandbox: place,
  unverified,
}: Values<typeof flags>): Promise<Gateway> {
  if (!unverified) await requireBuiltFiles(import.meta.url);
  const { settings, env } = readEnvironment();
  requireFolder(data);
  const sandbox = place === undefined ? undefined : await openSandbox(place);
  let adminToken: string | undefined;
  const api = await apis["firehydrant"]!();
  const log = logFor(settings.logLevel, env);
  const gateway = await startGateway({
    api,
    version,
    folder: data,
    settings,
    env,
    host,
    port,
    sandboxUrl: sandbox?.url,
    logger: createLogger(log.level, { to: log.to, keyStarts: api.catalogue.api.key?.starts }),
    showAdminToken: (token) => (adminToken = token),
    consent: createConsent,
    mounts: [mountPage],
  }).catch((error: unknown) => explainStartError(error, { host, port, metricsPort: settings.metricsPort }));
  announce({
    url: settings.publicUrl ?? gateway.url,
    adminToken,
    sandboxView: sandbox?.view,
    sandboxToken: sandbox && (await sandboxServerToken(gateway.core, sandbox.key)),
  });
  if (!isLoopback(host) && settings.publicUrl === undefined && settings.allowedHosts.length === 0)
    console.error(
      "standpipe: Requests for other hosts are refused. Set STANDPIPE_PUBLIC_URL to the address that clients use.",
    );
  return gateway;
}

function readEnvironment() {
  try {
    const env = withSecretFiles(process.env);
    return { env, settings: readSettings(env) };
  } catch (error) {
    throw new CommandError((error as Error).message);
  }
}
