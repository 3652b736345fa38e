import {
  authLines,
  createConcealer,
  createOutputs,
  createRedactor,
  createShown,
  type GeneratedApi,
  keyStartsIn,
  type Outputs,
  practiceTarget,
  redactionOf,
  type Registry,
} from "../../runtime/index.js";
import { loadMcpService } from "../../runtime/lazy.js";
import type { Apis } from "../apis.js";
import { defineCommand, type Command } from "../command/command.js";
import { UsageError } from "../command/errors.js";
import { loadApi } from "../load-api.js";
import type { StartedSandbox } from "../sandbox/any-api.js";
import { registryFor } from "../tool-flags.js";
import { startTelemetry } from "../telemetry/start.js";
import { version } from "../version.js";
import { accountOf, type Account } from "./account.js";
import { missingLines } from "./credentials.js";
import { httpAddress, serveFlags, type ServeFlags } from "./flags.js";
import { lazyCaller } from "./lazy-caller.js";
import { runHttp, runStdio } from "./run.js";
import { withSandboxNotes } from "./sandbox-notes.js";

/** Starts a sandbox for an API. */
export type StartSandbox = (api: GeneratedApi) => Promise<StartedSandbox>;

/**
 * `standpipe serve`.
 * @param apis the names for `--api`. It also takes the folder of a generated API.
 */
export function serveCommand(apis: Apis, startSandbox: StartSandbox): Command {
  const saying = (text: string) =>
    defineCommand({
      name: "standpipe serve",
      about: text,
      flags: serveFlags(Object.keys(apis)),
      run: (flags) => serve(flags, apis, startSandbox),
    });
  return {
    form: saying(about).form,
    async run(argv) {
      // Only the help needs to know the API before its flags are read.
      const isHelp = argv.includes("--help") || argv.includes("-h");
      return saying(isHelp ? [about, ...(await credentialHelp(argv, apis))].join("\n") : about).run(argv);
    },
  };
}

const about = "Serves an API's tools over MCP, on stdin and stdout or with --http.";

/** The variables that the API of the command reads. */
async function credentialHelp(argv: readonly string[], apis: Apis): Promise<readonly string[]> {
  const at = argv.indexOf("--api");
  const named = (at < 0 ? undefined : argv[at + 1]) ?? Object.keys(apis)[0]!;
  // Help is shown whatever else is wrong.
  const api = await loadApi(named, apis).catch(() => undefined);
  const { auth, origins = {} } = api?.catalogue.api ?? {};
  const further = Object.values(origins).flatMap((origin) =>
    origin.auth ? ["", ...authLines(origin.auth)] : [],
  );
  return auth ? ["", ...authLines(auth), ...further] : further;
}

/** Serves APIs with the flags of `standpipe serve`. A generated server uses this too. */
export async function serveApis(
  argv: readonly string[],
  apis: Apis,
  startSandbox: StartSandbox,
): Promise<void> {
  const code = await serveCommand(apis, startSandbox).run(argv);
  if (code !== 0) process.exit(code);
}

async function serve(flags: ServeFlags, apis: Apis, startSandbox: StartSandbox): Promise<void> {
  const place = httpAddress(flags);
  const api = await loadApi(flags.api, apis);
  const registry = registryFor(api.catalogue, flags);
  const { noteOn, ...account } = await accountFor(flags, api, startSandbox);
  const missing = flags.sandbox ? [] : missingLines(api.catalogue.api, account.credentials);
  for (const line of missing) console.error(`standpipe: ${line}`);
  const report = reporter(flags, account, api);
  const { baseUrl } = account;
  const tokenBudget = flags.resultTokenBudget;
  const called = callerFor(flags, { api, registry, account, report });
  const caller = noteOn ? withSandboxNotes(called, noteOn) : called;
  const outputs = flags.outputSchemas ? await outputsOf(api, flags) : undefined;
  const telemetry = await startTelemetry(process.env, version, report);
  const { tracing } = telemetry ?? {};
  const load = async () => {
    const createMcpService = await loadMcpService();
    return createMcpService({
      api,
      registry,
      caller,
      version,
      baseUrl,
      tokenBudget,
      outputs,
      report,
      tracing,
    });
  };
  const close = async () => {
    await caller.close();
    await telemetry?.close();
  };
  if (!place)
    return runStdio({ shown: createShown(registry, version, outputs), load, close, report, tracing });

  const token = process.env["STANDPIPE_TOKEN"] || undefined;
  const announce = (url: string) => announceHttp(url, registry, token !== undefined);
  await runHttp({ service: await load(), close, ...place, token, report, announce, tracing });
}

/** @throws UsageError for an API that was generated without types of answers */
async function outputsOf({ answers }: GeneratedApi, { redact }: ServeFlags): Promise<Outputs> {
  if (!answers) throw new UsageError("This API was generated without types of answers. Generate it again.");
  const redactor = createRedactor(redactionOf(redact));
  return createOutputs(await answers(), (name) => redactor.field(name).isSecret);
}

async function accountFor(
  { sandbox, baseUrl }: ServeFlags,
  api: GeneratedApi,
  startSandbox: StartSandbox,
): Promise<Account & Pick<StartedSandbox, "noteOn">> {
  if (!sandbox) return accountOf(api.catalogue, process.env, baseUrl);
  if (baseUrl !== undefined)
    throw new UsageError("--base-url and --sandbox exclude each other. Leave one of them out.");
  const { url, key, noteOn } = await startSandbox(api);
  console.error(`Watch the sandbox at ${url}/`);
  return { ...practiceTarget(api.catalogue.api, url, key), noteOn };
}

/** Writes errors to stderr, because stdout may be for the protocol. Never writes the key. */
function reporter(
  { redact }: ServeFlags,
  { credentials }: Account,
  { catalogue }: GeneratedApi,
): (error: Error) => void {
  const withoutKey = createConcealer(() => Object.values(credentials));
  const { text: redacted } = createRedactor(
    { ...redactionOf(redact), keyStarts: keyStartsIn(catalogue.api.auth) },
    withoutKey,
  );
  return (error) => console.error(`standpipe: ${redacted(error.message)}`);
}

interface CallerParts {
  readonly api: GeneratedApi;
  readonly registry: Registry;
  readonly account: Account;
  readonly report: (error: Error) => void;
}

function callerFor(flags: ServeFlags, { api, registry, account, report }: CallerParts) {
  return lazyCaller(async () => {
    const { createAccountCaller } = await import("./account-caller.js");
    return createAccountCaller(api, registry, account, {
      on429: flags.on429,
      tokenBudget: flags.resultTokenBudget,
      mostMediaBytes: flags.resultFileBytes,
      rateLimit: flags.rateLimit,
      redaction: redactionOf(flags.redact),
      connectMs: flags.connectSeconds * 1000,
      firstByteMs: flags.firstByteSeconds * 1000,
      callMs: flags.callSeconds * 1000,
      report,
    });
  });
}

function announceHttp(url: string, { catalogue, listed, visible }: Registry, needsToken: boolean): void {
  const { name, title } = catalogue.api;
  const header = needsToken ? ' --header "Authorization: Bearer $STANDPIPE_TOKEN"' : "";
  console.error(
    `${title}'s tools are served at ${url}: ${listed.length} listed, ${visible.size} can be called.`,
  );
  console.error(`Next: claude mcp add --transport http ${name} ${url}${header}`);
}
