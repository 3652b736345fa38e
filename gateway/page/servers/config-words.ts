import { printShares } from "../../oauth/share-lines.js";
import type { Server } from "../../servers/server.js";

/** What a config says, in words. */
export function configWords({ config }: Server): [string, string][] {
  const { confirm = "none", rate_limit } = config;
  const { call_seconds = 60, connect_seconds = 5, first_byte_seconds = 30 } = config;
  const asks = { none: "nothing", delete: "anything is deleted", write: "anything is changed" };
  const several = (list: readonly string[] | undefined, none: string) => (list ? list.join(", ") : none);
  return [
    ["Methods", several(config.methods, "all")],
    ["Tags", several(config.tags, "all")],
    ...(config.tools?.allow ? [["Only", config.tools.allow.join(", ")] as [string, string]] : []),
    ...(config.tools?.deny ? [["Without", config.tools.deny.join(", ")] as [string, string]] : []),
    ["Lists", `${config.surface ?? "curated"}, ${config.names ?? "canonical"} names`],
    [
      "Asks before",
      typeof confirm === "string" ? asks[confirm as keyof typeof asks] : `calls of ${confirm.join(", ")}`,
    ],
    ...credentialWords(config),
    ...(config.redact ? [["Hides", config.redact.join(", ")] as [string, string]] : []),
    [
      "Time limits",
      `${call_seconds} s for a call, ${connect_seconds} s to connect, ${first_byte_seconds} s until an answer begins`,
    ],
    ["Call limit", rate_limit ? `${rate_limit.calls} in ${rate_limit.seconds} s` : "none"],
  ];
}

function credentialWords({ oauth, require_api_token_auth }: Server["config"]): [string, string][] {
  if (!oauth) return [["API token", require_api_token_auth ? "needed" : "not needed"]];
  const { issuer = "any provider that the operator names", scopes, groups, without_token } = oauth;
  const opens = (shares: typeof scopes) => printShares(shares).replaceAll("\n", "; ");
  return [
    ["Sign-in at", issuer],
    ...(scopes ? [["Scopes open", opens(scopes)] as [string, string]] : []),
    ...(groups ? [["Groups open", opens(groups)] as [string, string]] : []),
    ["Token in the URL", without_token ? "not needed" : "needed too"],
  ];
}
