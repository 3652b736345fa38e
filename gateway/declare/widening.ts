import type { Catalogue } from "../../runtime/index.js";
import { needsConsent } from "../consent/needs.js";
import { optionNames, type OptionName } from "../options/options.js";
import type { ServerConfig } from "../server-config.js";
import { admittedTools } from "../server-selection.js";
import type { RecordOf } from "./records.js";
import { signInWidening } from "./sign-in-widening.js";

/*
 * What a change of a server URL newly permits. A reviewer must see it, because it gives somebody more than before.
 */
type Settings = Pick<RecordOf<"server">, "expires_at" | "config">;
type Check = (before: ServerConfig, after: ServerConfig, catalogue: Catalogue) => string | undefined;

/** Changes of tools are compared as a whole, and those of approvals with the tools. */
const elsewhere: Check = () => undefined;
/** An option that permits nothing. */
const never: Check = () => undefined;

/** Each option has a row, so a new option must say what of it widens. */
const checks: Readonly<Record<OptionName, Check>> = {
  methods: elsewhere,
  permissions: elsewhere,
  tags: elsewhere,
  tools: elsewhere,
  confirm: elsewhere,
  surface: never,
  names: never,
  require_api_token_auth: (before, after) =>
    before.require_api_token_auth && !after.require_api_token_auth ? "no API token is needed" : undefined,
  oauth: (before, after, catalogue) => signInWidening(catalogue, before.oauth, after.oauth),
  upstream: ({ upstream: before = "shared" }, { upstream: after = "shared" }) =>
    before === "person" && after === "shared" ? "calls have the account's key" : undefined,
  rate_limit: ({ rate_limit: before }, { rate_limit: after }) => {
    if (!before) return undefined;
    if (!after) return "calls are not limited";
    // A longer time with the same average allows more calls at once.
    const isMore = after.calls > before.calls || after.calls / after.seconds > before.calls / before.seconds;
    return isMore ? "more calls are allowed" : undefined;
  },
  redact: ({ redact: before = [] }, { redact: after = [] }) => {
    const shown = before.filter((one) => !after.includes(one));
    return shown.length > 0 ? `results show ${shown.join(", ")}` : undefined;
  },
  confirm_by: ({ confirm_by: before = "page" }, { confirm_by: after = "page" }) =>
    before === "page" && after !== "page" ? "the client's user can approve" : undefined,
  approvers: ({ approvers: before }, { approvers: after }) => {
    if (!before) return undefined;
    if (!after) return "everybody may approve";
    const added = after.filter((one) => !before.includes(one));
    return added.length > 0 ? `${added.join(", ")} may approve` : undefined;
  },
  approvals_needed: ({ approvals_needed: before = 1 }, { approvals_needed: after = 1 }) =>
    after < before ? "fewer approvals are needed" : undefined,
  approve_for_hour: (before, after) =>
    !before.approve_for_hour && after.approve_for_hour ? "one approval can hold for an hour" : undefined,
  approval_minutes: never,
  result_token_budget: never,
  on_429: never,
  call_seconds: never,
  connect_seconds: never,
  first_byte_seconds: never,
  program_seconds: never,
  program_memory_mb: never,
  program_calls: never,
  program_kb: never,
  output_schemas: never,
  resolve_names: never,
};

/** @param before undefined for a new server URL */
export function widenings(catalogue: Catalogue, before: Settings | undefined, after: Settings): string[] {
  const tools = toolsOf(catalogue, after.config);
  if (!before) return [`a new URL with ${counted(tools.size, "tool")}`];
  const former = toolsOf(catalogue, before.config);
  const found = [
    expiryWidening(before.expires_at, after.expires_at),
    added(
      { one: "more tool", several: "more tools" },
      [...tools].filter((name) => !former.has(name)),
    ),
    added(
      { one: "tool needs no approval any more", several: "tools need no approval any more" },
      freed(catalogue, before.config, after.config, (name) => former.has(name) && tools.has(name)),
    ),
    ...optionNames.map((name) => checks[name](before.config, after.config, catalogue)),
  ];
  return found.filter((one) => one !== undefined);
}

function expiryWidening(before: string, after: string): string | undefined {
  if (before === "never" || before === after) return undefined;
  if (after === "never") return "it never expires";
  return after > before ? "it expires later" : undefined;
}

/** Tools that needed an approval and need none now. */
function freed(
  catalogue: Catalogue,
  { confirm: before = "none" }: ServerConfig,
  { confirm: after = "none" }: ServerConfig,
  isKept: (name: string) => boolean,
): string[] {
  const kept = catalogue.tools.filter(({ name }) => isKept(name) && Object.hasOwn(catalogue.index, name));
  return kept
    .map(({ name, annotations }) => ({ name, annotations, access: catalogue.index[name]!.access }))
    .filter((tool) => needsConsent(catalogue, before, tool) && !needsConsent(catalogue, after, tool))
    .map(({ name }) => name);
}

/** A later release may not have a tool or tag of a stored selection. Then the server URL has no tools. */
function toolsOf(catalogue: Catalogue, config: ServerConfig): ReadonlySet<string> {
  try {
    return new Set(admittedTools(catalogue, config));
  } catch {
    return new Set();
  }
}

function added(
  what: { readonly one: string; readonly several: string },
  names: readonly string[],
): string | undefined {
  if (names.length === 0) return undefined;
  const shown = names.slice(0, 3).join(", ") + (names.length > 3 ? ", …" : "");
  return `${names.length} ${names.length === 1 ? what.one : what.several}: ${shown}`;
}

function counted(count: number, what: string): string {
  return `${count} ${what}${count === 1 ? "" : "s"}`;
}
