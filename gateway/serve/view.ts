import { createAdvice } from "../../runtime/advice.js";
import { createCaller } from "../../runtime/call.js";
import type { Caller } from "../../runtime/caller.js";
import { createMcpService, type McpService } from "../../runtime/mcp/service.js";
import { createRegistry, type Registry } from "../../runtime/registry.js";
import { createMcpEndpoint, type McpEndpoint } from "../../runtime/transport/endpoint.js";
import type { Upstream } from "../../runtime/upstream/upstream.js";
import { viewOf, type ServerConfig } from "../server-config.js";
import { configOf, type Grant } from "../tokens.js";
import { createGuardedCaller, type GuardedParts } from "./guarded-caller.js";
import { withSearchesRecorded } from "./recorded-service.js";

/** What one server URL serves, made from its config and its account as they stood at a time. */
export interface ServerView {
  readonly service: McpService;
  readonly endpoint: McpEndpoint;
  /** Waits for calls under way. */
  close(): Promise<void>;
}

export interface ViewParts extends GuardedParts {
  readonly version: string;
}

/** @throws SelectionError where the catalogue no longer has what the config selects */
export function createView({ server, account }: Grant, upstream: Upstream, parts: ViewParts): ServerView {
  const { core, version, report } = parts;
  const config = configOf(server);
  const registry = createRegistry(core.api.catalogue, viewOf(config));
  const caller = createGuardedCaller(accountCaller(account.base_url, upstream, registry, config, parts), server, config, parts);
  const own = createMcpService({ api: core.api, registry, caller, version, report });
  const service = withSearchesRecorded(own, registry, server, parts);
  const endpoint = createMcpEndpoint(service, report);
  return {
    service,
    endpoint,
    async close() {
      await caller.close();
      await endpoint.close();
    },
  };
}

function accountCaller(
  baseUrl: string,
  upstream: Upstream,
  registry: Registry,
  config: ServerConfig,
  { core, report }: ViewParts,
): Caller {
  return createCaller({
    baseUrl,
    upstream,
    shared: true,
    on429: config.on_429,
    tokenBudget: config.result_token_budget,
    cursorSecret: core.keys.derive("cursor"),
    advice: createAdvice(registry),
    onDefect: (error) => report(error as Error),
  });
}
