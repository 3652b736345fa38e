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
    ["API token", config.require_api_token_auth ? "needed" : "not needed"],
    [
      "Time limits",
      `${call_seconds} s for a call, ${connect_seconds} s to connect, ${first_byte_seconds} s until an answer begins`,
    ],
    ["Call limit", rate_limit ? `${rate_limit.calls} in ${rate_limit.seconds} s` : "none"],
  ];
}
