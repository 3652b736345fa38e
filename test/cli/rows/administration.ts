import { admin, needsValue, toggle, type CommandRows, type FlagRow } from "./row.js";

const config = "server update Kept";
const allConfig =
  `${config} --methods read,create --permissions incidents=write,*=read --tags incidents --tools 'list_*' create_incident --deny list_teams ` +
  "--surface full --names managed --require-api-token --no-oauth --rate-limit 60/60 --result-token-budget 9000 " +
  "--on-429 pass --redact emails,phone --connect-seconds 2 --first-byte-seconds 12.5 --call-seconds 20 " +
  "--program-seconds 12 --program-memory-mb 32 --program-calls 50 --program-kb 20 " +
  "--output-schemas --no-resolve-names --confirm delete --expires 30d --confirm-by page --approvers ada grace --approvals-needed 2 --approval-minutes 30 --approve-for-hour --upstream shared";
const allOauth =
  "server update Signed --oauth --oauth-scope 'incidents:read = read on incidents' --oauth-group 'sre = all' " +
  "--oauth-issuer $ISSUER --oauth-without-token";

/** Settings of a server, which `create` and `update` both take. */
const configRows = (call: string): CommandRows => {
  const row = (flag: string, bad: string): FlagRow => ({ good: allConfig, bad: `${call} --${flag} ${bad}` });
  const oauth = (flag: string, bad: string): FlagRow => ({ good: allOauth, bad: `${call} --${flag}${bad}` });
  const unnamed = { fix: /Did you mean/ };
  return {
    methods: row("methods", "raed"),
    permissions: { good: allConfig, bad: { line: `${call} --permissions incident=read`, ...unnamed } },
    tags: { good: allConfig, bad: { line: `${call} --tags incident`, ...unnamed } },
    tools: { good: allConfig, bad: { line: `${call} --tools lst_incidents`, ...unnamed } },
    deny: { good: allConfig, bad: { line: `${call} --deny dlete_incident`, ...unnamed } },
    surface: row("surface", "ful"),
    names: row("names", "mangled"),
    "require-api-token": { good: allConfig, bad: `${call} --require-api-token=maybe` },
    "oauth-scope": {
      good: allOauth,
      bad: { line: `${call} --oauth-scope 'staff = raed'`, ...unnamed },
    },
    "oauth-group": {
      good: allOauth,
      bad: { line: `${call} --oauth-group 'staff = raed'`, ...unnamed },
    },
    "oauth-issuer": {
      good: allOauth,
      bad: {
        line: `${call} --oauth-scope 'staff = all' --oauth-issuer https://evil.example`,
        fix: /must be one of http/,
      },
    },
    "oauth-without-token": oauth("oauth-without-token", ""),
    oauth: oauth("oauth", ""),
    "rate-limit": row("rate-limit", "many"),
    "result-token-budget": row("result-token-budget", "1"),
    "on-429": row("on-429", "retry"),
    redact: row("redact", "'emails;'"),
    "connect-seconds": row("connect-seconds", "61"),
    "first-byte-seconds": row("first-byte-seconds", "0"),
    "call-seconds": row("call-seconds", "soon"),
    "program-seconds": row("program-seconds", "0"),
    "program-memory-mb": row("program-memory-mb", "1"),
    "program-calls": row("program-calls", "0"),
    "program-kb": row("program-kb", "1.5"),
    "output-schemas": { good: allConfig, bad: `${call} --output-schemas=maybe` },
    "resolve-names": { good: allConfig, bad: `${call} --resolve-names=maybe` },
    confirm: { good: allConfig, bad: { line: `${call} --confirm dlete_incident`, ...unnamed } },
    "confirm-by": row("confirm-by", "nobody"),
    approvers: row("approvers", ""),
    "approvals-needed": row("approvals-needed", "3"),
    "approval-minutes": row("approval-minutes", "61"),
    "approve-for-hour": { good: allConfig, bad: `${call} --approve-for-hour=maybe` },
    upstream: row("upstream", "mine"),
    expires: row("expires", "soon"),
  };
};

/** Flags that find servers. */
const filterRows = (call: string): CommandRows => ({
  account: {
    good: `${call} --account Acme`,
    bad: { line: `${call} --account Acmee`, fix: /Did you mean "Acme"/ },
  },
  search: needsValue(call, "search", `${call} --search Kept`),
  "made-by": needsValue(call, "made-by", `${call} --made-by admin`),
  state: { good: `${call} --state expired`, bad: `${call} --state lost` },
  unused: { good: `${call} --unused 30d`, bad: `${call} --unused long` },
  expires: { good: `${call} --expires 7d`, bad: `${call} --expires soon` },
});

const declared = "apply $DIR/declared.yaml";

export const administration: Readonly<Record<string, CommandRows>> = {
  apply: {
    plan: toggle("apply", "plan", `${declared} --plan`),
    prune: toggle("apply", "prune", `${declared} --prune`),
    "urls-to": needsValue(declared, "urls-to", `${declared} --urls-to $DIR/urls.json`),
    verify: toggle("apply", "verify", `${declared} --no-verify`),
    ...admin("apply", declared),
  },
  export: {
    to: {
      good: "export --schema --to $DIR/servers.schema.json",
      bad: { line: "export --schema --to $DIR/no/such", fix: /Choose another file/ },
    },
    schema: toggle("export", "schema", "export --schema"),
    url: { good: "export --schema --url $URL", bad: "export --url nonsense" },
  },
  "server create": {
    account: {
      good: "server create Own --account Acme",
      bad: { line: "server create Own --account Acmee", fix: /Did you mean "Acme"/ },
    },
    ...configRows("server create Own --account Acme"),
    ...admin("server create", "server create Own --account Acme"),
  },
  "server list": {
    ...filterRows("server list"),
    sort: { good: "server list --sort=-expires_at", bad: "server list --sort size" },
    revoked: toggle("server list", "revoked", "server list --revoked"),
    ...admin("server list", "server list"),
  },
  "server show": admin("server show", "server show Kept"),
  "server update": {
    name: needsValue("server update Kept", "name", "server update Signed --name Signed"),
    ...configRows(config),
    ...admin("server update", "server update Signed --expires never"),
  },
  "server rotate": {
    overlap: { good: "server rotate Rotated --overlap 60", bad: "server rotate Rotated --overlap -1" },
    ...admin("server rotate", "server rotate Rotated"),
  },
  "server revoke-all": {
    ...filterRows("server revoke-all"),
    yes: toggle("server revoke-all", "yes", "server revoke-all --search nothing-has-this-name --yes"),
    ...admin("server revoke-all", "server revoke-all --search nothing-has-this-name"),
  },
  "server revoke": admin("server revoke", "server revoke Revoked"),
  "token create": {
    account: {
      good: "token create CI --account Acme",
      bad: { line: "token create CI --account Acmee", fix: /Did you mean "Acme"/ },
    },
    expires: { good: "token create CI --expires 12h", bad: "token create CI --expires soon" },
    ...admin("token create", "token create CI"),
  },
  "token list": admin("token list", "token list"),
  "token revoke": admin("token revoke", "token revoke $API_TOKEN", "token revoke $API_TOKEN2"),
  "usage show": {
    by: { good: "usage --by server", bad: "usage --by week" },
    since: { good: "usage show --since 7d", bad: "usage show --since yesterday" },
    until: { good: "usage show --until 2030-01-31T12:00:00Z", bad: "usage show --until tomorrow" },
    account: {
      good: "usage show --account Acme",
      bad: { line: "usage show --account Acmee", fix: /Did you mean "Acme"/ },
    },
    server: {
      good: "usage show --server Kept",
      bad: { line: "usage show --server Kpt", fix: /Did you mean "Kept"/ },
    },
    tool: needsValue("usage show", "tool", "usage show --tool list_incidents"),
    person: needsValue("usage show", "person", "usage show --person server"),
    limit: { good: "usage show --limit 1000", bad: "usage show --limit 1001" },
    ...admin("usage show", "usage show"),
  },
};
