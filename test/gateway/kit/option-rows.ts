import { api } from "../../../generated/firehydrant/index.js";
import { groupsOf } from "../../../runtime/index.js";
import { proposedConfig, type ServerConfig } from "../../../gateway/server-config.js";

export const issuer = "https://sign-in.example.com";

const oauthConfig = {
  issuer,
  scopes: { "incidents:read": { methods: ["read"], tags: ["incidents"] } },
  groups: { staff: {} },
  without_token: true,
};

interface Choices {
  readonly flags: readonly string[];
  /** The fields that a person sets. All others keep the page's values. */
  readonly fields: Record<string, string | readonly string[]>;
  readonly config: ServerConfig;
  readonly want: ServerConfig;
}

/** Each option of a server URL but sign-in and what needs it, with a value that is not its default. */
export const eachOption: ServerConfig = {
  methods: ["list", "get"],
  permissions: { incidents: "write", "*": "read" },
  tags: ["incidents"],
  tools: { deny: ["get_incident"] },
  surface: "full",
  names: "managed",
  require_api_token_auth: true,
  rate_limit: { calls: 5, seconds: 30 },
  result_token_budget: 9_000,
  on_429: "pass",
  call_seconds: 20,
  connect_seconds: 2,
  first_byte_seconds: 12.5,
  program_seconds: 12,
  program_memory_mb: 32,
  program_calls: 50,
  program_kb: 20,
  redact: ["emails", "phone"],
  output_schemas: true,
  resolve_names: false,
  confirm: ["get_incident", "list_*"],
  confirm_by: "either",
  approvers: ["group:sre", "ada@example.com"],
  approvals_needed: 2,
  approval_minutes: 30,
  approve_for_hour: true,
};

/** Choices of a person, and the config that they make. */
export const rows: Record<string, Choices> = {
  "no choice": { flags: [], fields: {}, config: proposedConfig, want: { confirm: "delete" } },
  "each default, chosen": {
    flags: words(
      "--surface curated --names canonical --upstream shared --on-429 wait --no-output-schemas --resolve-names --no-require-api-token --confirm none --confirm-by page --approvals-needed 1 --approval-minutes 10 --no-approve-for-hour --result-token-budget 20000 --call-seconds 60 --connect-seconds 5 --first-byte-seconds 30 --program-seconds 30 --program-memory-mb 64 --program-calls 200 --program-kb 100",
    ),
    fields: {
      surface: "curated",
      names: "canonical",
      upstream: "shared",
      on_429: "wait",
      output_schemas: [],
      resolve_names: "yes",
      credential: "none",
      confirm: "none",
      confirm_by: "page",
      approvals_needed: "1",
      approval_minutes: "10",
      approve_for_hour: [],
      result_token_budget: "20000",
      call_seconds: "60",
      connect_seconds: "5",
      first_byte_seconds: "30",
      program_seconds: "30",
      program_memory_mb: "64",
      program_calls: "200",
      program_kb: "100",
    },
    config: {
      surface: "curated",
      names: "canonical",
      upstream: "shared",
      on_429: "wait",
      output_schemas: false,
      resolve_names: true,
      require_api_token_auth: false,
      confirm: "none",
      confirm_by: "page",
      approvals_needed: 1,
      approval_minutes: 10,
      approve_for_hour: false,
      result_token_budget: 20_000,
      call_seconds: 60,
      connect_seconds: 5,
      first_byte_seconds: 30,
      program_seconds: 30,
      program_memory_mb: 64,
      program_calls: 200,
      program_kb: 100,
    },
    want: {},
  },
  "each option, not at its default": {
    flags: words(
      "--methods list,get --permissions incidents=write,*=read --tags incidents --deny get_incident --surface full --names managed --require-api-token --rate-limit 5/30 --result-token-budget 9000 --on-429 pass --call-seconds 20 --connect-seconds 2 --first-byte-seconds 12.5 --program-seconds 12 --program-memory-mb 32 --program-calls 50 --program-kb 20 --redact emails,phone --output-schemas --no-resolve-names --confirm get_incident,list_* --confirm-by either --approvers group:sre,ada@example.com --approvals-needed 2 --approval-minutes 30 --approve-for-hour",
    ),
    fields: {
      methods: ["list", "get"],
      ...Object.fromEntries(groupsOf(api.catalogue).map((group) => [`level.${group}`, "read"])),
      "level.incidents": "write",
      level: "read",
      tags: ["incidents"],
      "not tool": "get_incident",
      surface: "full",
      names: "managed",
      credential: "api_token",
      rate_calls: "5",
      rate_seconds: "30",
      result_token_budget: "9000",
      on_429: "pass",
      call_seconds: "20",
      connect_seconds: "2",
      first_byte_seconds: "12.5",
      program_seconds: "12",
      program_memory_mb: "32",
      program_calls: "50",
      program_kb: "20",
      redact: "emails, phone",
      output_schemas: "yes",
      resolve_names: [],
      confirm: "list",
      confirm_list: "get_incident\nlist_*",
      confirm_by: "either",
      approvers: "group:sre, ada@example.com",
      approvals_needed: "2",
      approval_minutes: "30",
      approve_for_hour: "yes",
    },
    ...same(eachOption),
  },
  "sign-in": {
    flags: [
      ...["--oauth-scope", "incidents:read = read on incidents", "--oauth-group", "staff = all"],
      ...["--oauth-issuer", issuer, "--oauth-without-token", "--upstream", "person"],
    ],
    fields: {
      credential: "oauth",
      oauth_issuer: issuer,
      oauth_scopes: "incidents:read = read on incidents",
      oauth_groups: "staff = all",
      oauth_without_token: "yes",
      upstream: "person",
    },
    config: { ...proposedConfig, oauth: oauthConfig, upstream: "person" },
    want: { confirm: "delete", oauth: oauthConfig, upstream: "person" },
  },
};

function words(text: string): string[] {
  return text.split(" ");
}

function same(config: ServerConfig) {
  return { config, want: config };
}
