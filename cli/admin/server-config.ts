import { readShares } from "../../gateway/oauth/share-lines.js";
import type { ServerConfigChange } from "../../gateway/server-config.js";
import { UsageError } from "../command/errors.js";
import { choice, lines, list, number, text, toggle, type Values } from "../command/flags.js";
import { redactFlag, selectionFlags, toolFlags } from "../tool-flags.js";

const on429: readonly ("wait" | "pass")[] = ["wait", "pass"];
const ratePattern = /^(\d+)\/(\d+)$/;

const seconds = (about: string, least: number, most: number, usual: number) =>
  number(about, { least, most, fractions: true, shown: String(usual) });

/** What a server URL may do and how it answers. A flag that is not given leaves the server's setting as it is. */
export const configFlags = {
  ...selectionFlags,
  surface: toolFlags.surface,
  names: choice("Under which names tools are listed", ["canonical", "managed"], { shown: "canonical" }),
  "require-api-token": toggle("Require an API token too, in the Authorization header"),
  "oauth-scope": lines(
    "People sign in, and this is what a scope allows: 'incidents:read = read on incidents', 'staff = all'",
  ),
  "oauth-group": lines("People sign in, and this is what a group allows, in the same way"),
  "oauth-issuer": text("Accept access tokens of this issuer only"),
  "oauth-without-token": toggle("Signing in is enough: a URL without a token works too"),
  oauth: toggle("--no-oauth: nobody has to sign in any more"),
  "rate-limit": text("Most calls within a number of seconds, such as 60/60", {
    fault: (given) => (ratePattern.test(given) ? undefined : "calls and seconds, such as 60/60"),
  }),
  "result-token-budget": number("Most tokens of a result", {
    least: 500,
    most: 1_000_000,
    shown: "20000",
  }),
  "on-429": choice("On a 429 of the API: wait, or fail at once", on429, { shown: "wait" }),
  redact: redactFlag,
  "connect-seconds": seconds("Most seconds to connect to the API", 1, 60, 5),
  "first-byte-seconds": seconds("Most seconds without a byte from the API", 0.1, 300, 30),
  "call-seconds": seconds("Most seconds of a call, waiting included", 0.1, 600, 60),
  "resolve-names": toggle("Accept names where ids are expected; --no-resolve-names doesn't"),
  confirm: list("Ask a person before these calls: none, delete, write, or names of tools"),
};

export type ConfigFlags = Values<typeof configFlags>;

/** Flags by the field of the API that a fault may name. */
export const fieldFlags: Readonly<Record<string, string>> = {
  name: "--name",
  expires_at: "--expires",
  "config.tools.allow": "--tools",
  "config.tools.deny": "--deny",
  "config.oauth.scopes": "--oauth-scope",
  "config.oauth.groups": "--oauth-group",
  "config.oauth.issuer": "--oauth-issuer",
  "config.oauth": "--oauth-scope, --oauth-group",
  "config.require_api_token_auth": "--require-api-token",
  ...Object.fromEntries(
    ["methods", "tags", "surface", "names", "rate_limit", "result_token_budget", "on_429", "redact"]
      .concat(["connect_seconds", "first_byte_seconds", "call_seconds", "resolve_names", "confirm"])
      .map((field) => [`config.${field}`, `--${field.replaceAll("_", "-")}`]),
  ),
  config: "--methods, --tags, --tools, --deny",
};

export function configOf(flags: ConfigFlags): ServerConfigChange {
  const { tools: allow, deny, confirm } = flags;
  const config = {
    methods: flags.methods,
    tags: flags.tags,
    tools: allow || deny ? { allow, deny } : undefined,
    surface: flags.surface,
    names: flags.names,
    require_api_token_auth: flags.requireApiToken,
    oauth: oauthOf(flags),
    rate_limit: rateLimitOf(flags.rateLimit),
    result_token_budget: flags.resultTokenBudget,
    on_429: flags.on429,
    redact: flags.redact,
    connect_seconds: flags.connectSeconds,
    first_byte_seconds: flags.firstByteSeconds,
    call_seconds: flags.callSeconds,
    resolve_names: flags.resolveNames,
    confirm: confirm?.length === 1 && isClass(confirm[0]!) ? confirm[0] : confirm,
  };
  return Object.fromEntries(Object.entries(config).filter(([, value]) => value !== undefined));
}

function oauthOf(flags: ConfigFlags): ServerConfigChange["oauth"] {
  if (flags.oauth === false) return null;
  const oauth = {
    issuer: flags.oauthIssuer,
    scopes: readShares(flags.oauthScope?.join("\n") ?? ""),
    groups: readShares(flags.oauthGroup?.join("\n") ?? ""),
    without_token: flags.oauthWithoutToken,
  };
  const given = Object.values(oauth).some((value) => value !== undefined);
  if ((flags.oauth || given) && !oauth.scopes && !oauth.groups) {
    const flag = flags.oauthIssuer ? "--oauth-issuer" : flags.oauth ? "--oauth" : "--oauth-without-token";
    throw new UsageError(`${flag} needs --oauth-scope or --oauth-group, which say what a sign-in allows.`);
  }
  return given ? oauth : undefined;
}

function isClass(text: string): text is "none" | "delete" | "write" {
  return ["none", "delete", "write"].includes(text);
}

function rateLimitOf(text: string | undefined) {
  const [, calls, seconds] = ratePattern.exec(text ?? "") ?? [];
  return seconds === undefined ? undefined : { calls: Number(calls), seconds: Number(seconds) };
}
