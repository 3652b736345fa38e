import yargs from "yargs";
import { createConsent } from "../gateway/consent/consent.js";
import { startGateway, type Gateway } from "../gateway/gateway.js";
import { createLogger } from "../gateway/ops/logger.js";
import { mountPage } from "../gateway/page/page.js";
import { withSecretFiles } from "../gateway/secrets/secret-files.js";
import { readSettings } from "../gateway/settings.js";
import { isLoopback } from "../runtime/transport/guard.js";
import type { Apis } from "./apis.js";
import { practiceToken, sandboxOf, type Practice } from "./gateway-practice.js";
import { loadApi } from "./load-api.js";
import type { StartSandbox } from "./start-sandbox.js";
import { version } from "./version.js";

export interface GatewayFlags {
  /** Names of APIs that are built in, or folders of generated ones. */
  readonly api: readonly string[];
  readonly host: string;
  readonly port: number;
  readonly data: string;
  /** Where the sandbox runs; nothing for one of its own. */
  readonly sandbox?: string;
}

/** How long requests under way may take once the process is asked to end, in milliseconds. */
const graceMs = 25_000;

/**
 * `standpipe gateway`: serves server URLs until a signal ends it. Prints what a person can fix, with exit code 1.
 * @param apis those that `--api` can name; the first one is the default
 * @param startSandbox absent where there is no sandbox for them
 */
export async function serveGateway(
  argv: readonly string[],
  apis: Apis,
  startSandbox?: StartSandbox,
): Promise<void> {
  const flags = parseGatewayFlags(argv, Object.keys(apis));
  try {
    await serve(flags, apis, startSandbox);
  } catch (error) {
    console.error(`standpipe: ${(error as Error).message}`);
    process.exit(1);
  }
}

function parseGatewayFlags(argv: readonly string[], names: readonly string[]): GatewayFlags {
  return yargs([...argv])
    .scriptName("standpipe gateway")
    .usage("$0 [flags]\n\nServes accounts, server URLs and the page to manage them.")
    .options({
      api: {
        array: true,
        string: true,
        requiresArg: true,
        default: names.slice(0, 1),
        describe: `An API to serve: ${names.join(", ")}, or a folder that standpipe generate wrote; repeat it for several`,
      },
      host: { string: true, requiresArg: true, default: "127.0.0.1", describe: "Address to listen on" },
      port: { number: true, requiresArg: true, default: 8808, describe: "Port to listen on; 0 for any" },
      data: {
        string: true,
        requiresArg: true,
        default: "./data",
        describe: "Folder of the database and the secret key",
      },
      sandbox: {
        string: true,
        describe:
          "Start a sandbox of the first API, with an account and a server URL on it; or use the one at this URL",
      },
    })
    .strict()
    .version(false)
    .fail((message, error) => {
      console.error(`standpipe: ${message || error?.message}\nSee standpipe gateway --help.`);
      process.exit(1);
    })
    .parseSync() as unknown as GatewayFlags;
}

async function serve(
  { api, host, port, data, sandbox }: GatewayFlags,
  builtIn: Apis,
  startSandbox?: StartSandbox,
): Promise<void> {
  // From the start on: a container's first process ignores a signal that it has no handler for.
  const ended = endSignal();
  const env = withSecretFiles(process.env);
  const settings = readSettings(env);
  const apis = await Promise.all(api.map((one) => loadApi(one, builtIn)));
  const { name } = apis[0]!.catalogue.api;
  const practice = sandbox === undefined ? undefined : await sandboxOf(name, sandbox, startSandbox);
  let adminToken: string | undefined;
  const gateway = await startGateway({
    apis,
    version,
    folder: data,
    settings,
    env,
    host,
    port,
    sandboxUrls: practice && { [name]: practice.url },
    logger: createLogger(settings.logLevel),
    showAdminToken: (token) => (adminToken = token),
    consent: createConsent,
    mounts: [mountPage],
  });
  const token = practice && (await practiceToken(gateway.core, practice));
  announce(settings.publicUrl ?? gateway.url, adminToken, practice && { ...practice, token: token! });
  if (!isLoopback(host) && settings.publicUrl === undefined && settings.allowedHosts.length === 0) {
    console.error(
      "standpipe: set STANDPIPE_PUBLIC_URL to the address that clients use; requests for other hosts are refused.",
    );
  }
  await ended;
  await leave(gateway);
}

interface Announced extends Practice {
  readonly token: string;
}

/** For the person who starts it, on stdout. Logs may be kept, so they never hold a token. */
function announce(url: string, adminToken: string | undefined, practice: Announced | undefined): void {
  console.log(`The page and the management API: ${url}/`);
  if (adminToken !== undefined) console.log(`Admin token, shown this once: ${adminToken}`);
  if (practice === undefined) return;
  if (practice.view !== undefined) console.log(`What happens in the sandbox:     ${practice.view}`);
  console.log(`A server URL on the sandbox:     ${url}/mcp/${practice.token}`);
  console.log(`Next: claude mcp add --transport http standpipe ${url}/mcp/${practice.token}`);
}

function endSignal(): Promise<void> {
  return new Promise((resolve) => {
    process.once("SIGTERM", () => resolve());
    process.once("SIGINT", () => resolve());
  });
}

/** A client that holds a stream open must not hold the process. */
async function leave(gateway: Gateway): Promise<never> {
  await gateway.drain(graceMs);
  process.exit(0);
}
