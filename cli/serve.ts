import { createRedactor, redactionOf } from "../runtime/answer/redact.js";
import type { GeneratedApi } from "../runtime/contract/catalogue.js";
import { createShown } from "../runtime/mcp/shown.js";
import { createRegistry, type Registry } from "../runtime/registry/registry.js";
import type { Apis } from "./apis.js";
import { lazyCaller } from "./lazy-caller.js";
import { isOperators } from "./operators.js";
import { runHttp, runStdio } from "./run.js";
import { parseServeFlags, type ServeFlags } from "./serve-flags.js";
import { accountOf, SettingsError, type Account } from "./settings.js";
import type { StartSandbox } from "./start-sandbox.js";
import { version } from "./version.js";

/**
 * Serves one API's tools, as the flags of `standpipe serve` say, until the client or a signal ends it. What can be put
 * right is said on stderr, with exit code 1.
 * @param startSandbox absent where there is no stand-in for the APIs
 */
export async function serveApis(
  argv: readonly string[],
  apis: Apis,
  startSandbox?: StartSandbox,
): Promise<void> {
  try {
    await serve(parseServeFlags(argv, Object.keys(apis)), apis, startSandbox);
  } catch (error) {
    if (!isOperators(error)) throw error;
    console.error(`standpipe: ${error.message}`);
    process.exitCode = 1;
  }
}

async function serve(flags: ServeFlags, apis: Apis, startSandbox?: StartSandbox): Promise<void> {
  const api = await apis[flags.api]!();
  const registry = createRegistry(api.catalogue, {
    surface: flags.surface,
    names: flags.names,
    selection: { methods: flags.methods, tags: flags.tags, allow: flags.tools, deny: flags.deny },
  });
  const account = await accountFor(flags, api, startSandbox);
  const redaction = { ...redactionOf(flags.redact), keyStarts: api.catalogue.api.key?.starts };
  const { text: redacted } = createRedactor(redaction, (text) => withoutKey(text, account));
  // Logs go to stderr; stdout may be the protocol's.
  const report = (error: Error) => console.error(`standpipe: ${redacted(error.message)}`);
  const caller = lazyCaller(async () => {
    const { createAccountCaller } = await import("./account-caller.js");
    return createAccountCaller(api, registry, account, {
      on429: flags.on429,
      tokenBudget: flags.resultTokenBudget,
      rateLimit: flags.rateLimit,
      redaction,
      connectMs: flags.connectSeconds * 1000,
      firstByteMs: flags.firstByteSeconds * 1000,
      callMs: flags.callSeconds * 1000,
      report,
    });
  });
  const load = async () => {
    const { createMcpService } = await import("../runtime/mcp/service.js");
    const { baseUrl } = account;
    const tokenBudget = flags.resultTokenBudget;
    return createMcpService({ api, registry, caller, version, baseUrl, tokenBudget, report });
  };
  if (!flags.http) return runStdio(createShown(registry, version), load, caller, report);

  const token = process.env["STANDPIPE_TOKEN"] || undefined;
  const options = { host: flags.host, port: flags.port, allowedHosts: flags.allowHost, token, report };
  await runHttp(await load(), caller, options, (url) => announce(url, registry, token !== undefined));
}

async function accountFor(
  { sandbox, api: name, baseUrl }: ServeFlags,
  api: GeneratedApi,
  startSandbox?: StartSandbox,
): Promise<Account> {
  if (!sandbox) return accountOf(api.catalogue, process.env, baseUrl);
  if (!startSandbox) throw new SettingsError("There is no stand-in for this API.");
  const { url, key } = await startSandbox(name);
  console.error(`Watch what calls do at ${url}/`);
  return { baseUrl: url, key };
}

function announce(url: string, { catalogue, listed, visible }: Registry, needsToken: boolean): void {
  const { name, title } = catalogue.api;
  const header = needsToken ? ' --header "Authorization: Bearer $STANDPIPE_TOKEN"' : "";
  console.error(
    `${title}'s tools are served at ${url}: ${listed.length} listed, ${visible.size} can be called.`,
  );
  console.error(`Next: claude mcp add --transport http ${name} ${url}${header}`);
}

function withoutKey(text: string, { key }: Account): string {
  return key === undefined ? text : text.replaceAll(key, "[redacted]");
}
