import {
  type BeforeSend,
  type Caller,
  type Cancels,
  type McpEndpoint,
  type McpService,
  type ProgramLimits,
  type Outputs,
  type Answers,
  createOutputs,
  createRedactor,
  redactionOf,
  type Registry,
  type Tracing,
  SelectionError,
  type Upstream,
} from "../../runtime/index.js";
import { createApiCaller, createMcpEndpoint, createMcpService } from "../../runtime/serving.js";
import type { CallKey } from "../accounts/account-key.js";
import { apiOf, type ServedApi } from "../apis.js";
import { baseUrlOf, originsOf } from "../accounts/base-url.js";
import { serverOptions } from "../options/options.js";
import type { ServerConfig } from "../server-config.js";
import { viewOf } from "../server-selection.js";
import { configOf, type Grant } from "../tokens/grants.js";
import { withKeyAskedFor, type AskedFor } from "../own-keys/ask-for-key.js";
import { withProgramRooms } from "../programs/program-rooms.js";
import { createServerPrograms } from "../programs/program-records.js";
import { askingOf, createBeforeSend, type BeforeSendParts } from "./before-send.js";
import { createGuardedCaller, type GuardedParts } from "./guarded-caller.js";
import type { Began } from "./lapses.js";
import { withSearchesRecorded } from "./recorded-service.js";
import type { Registries } from "./registries.js";
import { storedTasks } from "./stored-tasks.js";

/** What one server URL serves, made from its config and its account at a time. */
export interface ServerView {
  readonly service: McpService;
  readonly endpoint: McpEndpoint;
  /** Waits for running calls. */
  close(): Promise<void>;
  /** Like `close`, but ends calls that run as tasks after this many milliseconds. */
  stop(graceMs: number): Promise<void>;
}

export interface ViewParts extends GuardedParts {
  /** Cancels the calls of a server URL. */
  readonly cancelsOf: (serverId: string) => Cancels;
  readonly version: string;
  readonly tracing?: Tracing;
}

/** A server URL that cannot be served now. Its message is for its users. */
export class UnservableError extends Error {
  override readonly name = "UnservableError";
}

/** The account's connections, and what was loaded for the view before it is made. */
export interface ViewNeeds {
  readonly upstream: Upstream;
  /** The types of answers, for a server URL that lists output schemas. */
  readonly answers: Answers | undefined;
  readonly registries: Registries;
  /** The key of its calls. */
  readonly key: CallKey;
  /** Uses another view of the same server URL. */
  readonly use: AskedFor["use"];
}

/** @throws UnservableError if the catalogue no longer has what the config selects, or the account's base URL is gone */
export function createView(grant: Grant, needs: ViewNeeds, parts: ViewParts): ServerView {
  try {
    return create(grant, needs, parts);
  } catch (error) {
    throw error instanceof SelectionError ? new UnservableError(staleSelection) : error;
  }
}

function create(
  grant: Grant,
  { upstream, answers, registries, key, use }: ViewNeeds,
  parts: ViewParts,
): ServerView {
  const { server, account, held } = grant;
  const { core, version, report } = parts;
  const baseUrl = baseUrlOf(core, account);
  if (baseUrl === undefined) throw new UnservableError(placeGone);
  const config = configOf(server);
  const api = apiOf(core, account);
  const registry = registries(api.catalogue, viewOf(config, held));
  const limits = programLimits(config);
  const programs =
    parts.consent &&
    createServerPrograms({
      core,
      serverId: server.id,
      asking: askingOf({ server, account }, config, api.catalogue),
      consent: parts.consent,
      programMs: limits.seconds * 1000,
      report,
    });
  const began = { grant, config, catalogue: api.catalogue, key };
  const needed = { server, account, api, baseUrl, upstream, registry, config };
  const caller = lazily(() => createViewCaller(needed, began, { ...parts, programs }));
  const own = createMcpService({
    api,
    registry,
    caller,
    version,
    baseUrl,
    tokenBudget: numberOf(config, "result_token_budget"),
    ...(answers ? { outputs: outputsOf(answers, config) } : {}),
    report,
    programs: { limits, records: programs },
    tasks: storedTasks(core, server.id, grant.person),
    tracing: parts.tracing,
  });
  const bounded = withProgramRooms(own, registry, server, parts.rooms);
  const recorded = withSearchesRecorded(bounded, registry, server, parts);
  const service = withKeyAskedFor(recorded, { core, grant, key, title: api.title, use });
  const endpoint = createMcpEndpoint(service, report, parts.consent?.answered, parts.cancelsOf(server.id));
  const close = async () => {
    await caller.close();
    await endpoint.close();
  };
  return {
    service,
    endpoint,
    close,
    stop: async (graceMs) => (await service.tasks.stop(graceMs), close()),
  };
}

/** A caller that is made for its first call. Many clients only list the tools. */
function lazily(make: () => Caller): Caller {
  let made: Caller | undefined;
  const caller = () => (made ??= make());
  return {
    call: async (...given) => caller().call(...given),
    allowance: () => caller().allowance?.(),
    close: async () => made?.close(),
  };
}

/** Fields that this server URL hides are texts, whatever they are in the contract. */
function outputsOf(answers: Answers, { redact }: ServerConfig): Outputs {
  const redactor = createRedactor(redactionOf(redact));
  return createOutputs(answers, (name) => redactor.field(name).isSecret);
}

const staleSelection =
  "This server's selection names tools that this version of Standpipe doesn't have; change its config.";
const placeGone =
  "The gateway no longer knows the base URL of this server's account. It may have been started without it.";

interface AccountParts {
  readonly server: Grant["server"];
  readonly account: Grant["account"];
  readonly api: ServedApi;
  readonly baseUrl: string;
  readonly upstream: Upstream;
  readonly registry: Registry;
  readonly config: ServerConfig;
  readonly beforeSend: BeforeSend;
}

function createViewCaller(
  needed: Omit<AccountParts, "beforeSend">,
  began: Began,
  parts: ViewParts & Pick<BeforeSendParts, "programs">,
): Caller {
  const { server, account, config, api } = needed;
  const keyFault = began.key.fault;
  const beforeSend = createBeforeSend({ server, account }, config, { ...parts, keyFault }, api.catalogue);
  return createGuardedCaller(accountCaller({ ...needed, beforeSend }, parts), began, parts);
}

function accountCaller(
  { server, account, api, baseUrl, upstream, registry, config, beforeSend }: AccountParts,
  { core, report }: ViewParts,
): Caller {
  return createApiCaller(api, registry, {
    baseUrl,
    origins: originsOf(api, account, baseUrl),
    upstream,
    shared: true,
    on429: config.on_429 ?? serverOptions.on_429.default,
    connectMs: numberOf(config, "connect_seconds") * 1000,
    firstByteMs: numberOf(config, "first_byte_seconds") * 1000,
    callMs: numberOf(config, "call_seconds") * 1000,
    redaction: redactionOf(config.redact),
    tokenBudget: numberOf(config, "result_token_budget"),
    // A cursor only works for the server URL that issued it, and so for its account.
    cursorKey: () => core.keys.derive(`cursor ${server.id}`),
    resolveNames: config.resolve_names ?? serverOptions.resolve_names.default,
    beforeSend,
    onDefect: (error) => report(error as Error),
  });
}

function programLimits(config: ServerConfig): ProgramLimits {
  return {
    seconds: numberOf(config, "program_seconds"),
    memoryMb: numberOf(config, "program_memory_mb"),
    calls: numberOf(config, "program_calls"),
    sourceKb: numberOf(config, "program_kb"),
  };
}

type NumberName =
  | "result_token_budget"
  | "connect_seconds"
  | "first_byte_seconds"
  | "call_seconds"
  | "program_seconds"
  | "program_memory_mb"
  | "program_calls"
  | "program_kb";

function numberOf(config: ServerConfig, name: NumberName): number {
  return config[name] ?? serverOptions[name].default;
}
