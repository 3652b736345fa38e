import yargs from "yargs";
import { listAccounts, createAccount } from "../gateway/accounts/accounts.js";
import { createConsent } from "../gateway/consent/consent.js";
import type { Act, Core } from "../gateway/core.js";
import { startGateway, type Gateway } from "../gateway/gateway.js";
import { createLogger } from "../gateway/ops/logger.js";
import { mountPage } from "../gateway/page/page.js";
import { rotateServer } from "../gateway/servers/rotation.js";
import { createServer, listServers } from "../gateway/servers/servers.js";
import { withSecretFiles } from "../gateway/secrets/secret-files.js";
import { readSettings } from "../gateway/settings.js";
import { isLoopback } from "../runtime/transport/guard.js";
import { apis } from "./apis.js";
import { version } from "./version.js";

export interface GatewayFlags {
  readonly host: string;
  readonly port: number;
  readonly data: string;
  /** Where the sandbox runs; nothing for one of its own. */
  readonly sandbox?: string;
}

/** How long requests under way may take once the process is asked to end, in milliseconds. */
const graceMs = 25_000;

/** `standpipe gateway`: serves server URLs until a signal ends it. What can be put right is said, with exit code 1. */
export async function run(argv: readonly string[]): Promise<void> {
  const flags = parseGatewayFlags(argv);
  try {
    await serve(flags);
  } catch (error) {
    console.error(`standpipe: ${(error as Error).message}`);
    process.exit(1);
  }
}

export function parseGatewayFlags(argv: readonly string[]): GatewayFlags {
  return yargs([...argv])
    .scriptName("standpipe gateway")
    .usage("$0 [flags]\n\nServes accounts, server URLs and the page to manage them.")
    .options({
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
          "With an account and a server URL on a stand-in for the API: its own, or the one at this URL",
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

async function serve({ host, port, data, sandbox }: GatewayFlags): Promise<void> {
  // Heard from the start on: the first process of a container is not ended by a signal that it doesn't hear.
  const ended = endSignal();
  const env = withSecretFiles(process.env);
  const settings = readSettings(env);
  const stand = sandbox === undefined ? undefined : await standIn(sandbox);
  let adminToken: string | undefined;
  const api = await apis["firehydrant"]!();
  const gateway = await startGateway({
    api,
    version,
    folder: data,
    settings,
    env,
    host,
    port,
    sandboxUrl: stand?.url,
    logger: createLogger(settings.logLevel, { keyStarts: api.catalogue.api.key?.starts }),
    showAdminToken: (token) => (adminToken = token),
    consent: createConsent,
    mounts: [mountPage],
  });
  const practice = stand && { token: await practiceToken(gateway.core, stand.key), view: stand.view };
  announce(settings.publicUrl ?? gateway.url, adminToken, practice);
  if (!isLoopback(host) && settings.publicUrl === undefined && settings.allowedHosts.length === 0) {
    console.error(
      "standpipe: set STANDPIPE_PUBLIC_URL to the address that clients use; requests for other hosts are refused.",
    );
  }
  await ended;
  await leave(gateway);
}

interface StandIn {
  readonly url: string;
  readonly key: string;
  /** Where a browser on this machine sees its state. */
  readonly view?: string;
}

async function standIn(given: string): Promise<StandIn> {
  if (given !== "") {
    if (!/^https?:/.test(given) || !URL.canParse(given))
      throw new Error(`--sandbox takes the URL of one that runs, or nothing; "${given}" is neither.`);
    return { url: given.replace(/\/+$/, ""), key: "fhb-sandbox" };
  }
  const { startSandbox } = await import("./start-sandbox.js");
  const { url, key } = await startSandbox("firehydrant");
  return { url, key, view: `${url}/` };
}

/** Said to whoever starts it, on stdout; logs, which may be kept, never hold a token. */
function announce(url: string, adminToken: string | undefined, practice: Practice | undefined): void {
  console.log(`The page and the management API: ${url}/`);
  if (adminToken !== undefined) console.log(`Admin token, shown this once: ${adminToken}`);
  if (practice === undefined) return;
  if (practice.view !== undefined) console.log(`What happens in the sandbox:     ${practice.view}`);
  console.log(`A server URL on the sandbox:     ${url}/mcp/${practice.token}`);
  console.log(`Next: claude mcp add --transport http standpipe ${url}/mcp/${practice.token}`);
}

interface Practice extends Pick<StandIn, "view"> {
  readonly token: string;
}

const act: Act = { actor: "gateway", requestId: "start" };
const practiceName = "Sandbox";
const thirtyDays = 2_592_000;

/** A token for the sandbox's own server: at each start a new one, as no token is kept; earlier ones go on working. */
async function practiceToken(core: Core, api_key: string): Promise<string> {
  const accounts = await listAccounts(core, { limit: 200 });
  const account =
    accounts.result.find(({ region }) => region === "sandbox") ??
    (await createAccount(core, { name: practiceName, api_key, region: "sandbox" }, act));
  const servers = await listServers(core, account.id, { limit: 200 });
  const server = servers.result.find(({ name, state }) => name === practiceName && state === "active");
  const made = server
    ? await rotateServer(core, account.id, server.id, thirtyDays, act)
    : await createServer(core, account.id, { name: practiceName }, act);
  return made.token;
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
