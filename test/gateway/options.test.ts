import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { command as serverCommand } from "../../cli/admin/server.js";
import {
  optionNames,
  serverOptions,
  simpleNames,
  type SimpleKind,
  type SimpleOption,
} from "../../gateway/options/options.js";
import { mountPage } from "../../gateway/page/page.js";
import { api } from "../../generated/firehydrant/index.js";
import { groupsOf } from "../../runtime/index.js";
import { proposedConfig, type ServerConfig } from "../../gateway/server-config.js";
import { readSettings } from "../../gateway/settings.js";
import { makeAccount, startTestGateway, testAdminToken, type TestGateway } from "./kit/gateway.js";
import { signIn, type PageSession } from "./kit/page-session.js";

/* One table has a server URL's options. The page, the CLI and the API must agree on their meaning. */

const issuer = "https://sign-in.example.com";
/** No tool is called, so no API needs to answer. */
const upstream = "http://127.0.0.1:9";
let on: TestGateway;
let page: PageSession;
let path: string;
let newServer: string;

beforeAll(async () => {
  const { oauth } = readSettings({ STANDPIPE_OAUTH_ISSUERS: issuer });
  on = await startTestGateway({ mounts: [mountPage], settings: { baseUrls: [upstream], oauth } });
  const account = await makeAccount(on, upstream);
  path = `/integrated-account/${account}/mcp`;
  newServer = `/accounts/${account}/servers/new?pick=yes`;
  page = await signIn(on.url);
  vi.stubEnv("STANDPIPE_URL", on.url);
  vi.stubEnv("STANDPIPE_ADMIN_TOKEN", testAdminToken);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await on.stop();
});

/** The config of the server with this name, from the API. */
async function configOf(name: string): Promise<ServerConfig> {
  const { body } = await on.ask<{ result: { name: string; config: ServerConfig }[] }>("GET", path);
  return body.result.find((one) => one.name === name)!.config;
}

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

const rows: Record<string, Choices> = {
  "no choice": { flags: [], fields: {}, config: proposedConfig, want: { confirm: "delete" } },
  "each default, chosen": {
    flags: words(
      "--surface curated --names canonical --on-429 wait --no-output-schemas --resolve-names --no-require-api-token --confirm none --confirm-by page --approvals-needed 1 --result-token-budget 20000 --call-seconds 60 --connect-seconds 5 --first-byte-seconds 30 --program-seconds 30 --program-memory-mb 64 --program-calls 200 --program-kb 100",
    ),
    fields: {
      surface: "curated",
      names: "canonical",
      on_429: "wait",
      output_schemas: [],
      resolve_names: "yes",
      credential: "none",
      confirm: "none",
      confirm_by: "page",
      approvals_needed: "1",
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
      on_429: "wait",
      output_schemas: false,
      resolve_names: true,
      require_api_token_auth: false,
      confirm: "none",
      confirm_by: "page",
      approvals_needed: 1,
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
      "--methods list,get --permissions incidents=write,*=read --tags incidents --deny get_incident --surface full --names managed --require-api-token --rate-limit 5/30 --result-token-budget 9000 --on-429 pass --call-seconds 20 --connect-seconds 2 --first-byte-seconds 12.5 --program-seconds 12 --program-memory-mb 32 --program-calls 50 --program-kb 20 --redact emails,phone --output-schemas --no-resolve-names --confirm get_incident,list_* --confirm-by either --approvers ada,grace --approvals-needed 2",
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
      approvers: "ada, grace",
      approvals_needed: "2",
    },
    ...same({
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
      approvers: ["ada", "grace"],
      approvals_needed: 2,
    }),
  },
  "sign-in": {
    flags: [
      ...["--oauth-scope", "incidents:read = read on incidents", "--oauth-group", "staff = all"],
      ...["--oauth-issuer", issuer, "--oauth-without-token"],
    ],
    fields: {
      credential: "oauth",
      oauth_issuer: issuer,
      oauth_scopes: "incidents:read = read on incidents",
      oauth_groups: "staff = all",
      oauth_without_token: "yes",
    },
    config: { ...proposedConfig, oauth: oauthConfig },
    want: { confirm: "delete", oauth: oauthConfig },
  },
};

describe.each(Object.entries(rows))("with %s", (row, { flags, fields, config, want }) => {
  it("the API makes the config", async () => {
    const { status } = await on.ask("POST", path, { name: `API: ${row}`, config });
    expect(status).toBe(201);
    expect(await configOf(`API: ${row}`)).toEqual(want);
  });

  it("the CLI makes the same config", async () => {
    const { said } = await printed(["create", `CLI: ${row}`, ...flags]);
    expect(said).toEqual([]);
    expect(await configOf(`CLI: ${row}`)).toEqual(want);
  });

  it("the page makes the same config", async () => {
    const made = await page.submit(newServer, { name: `Page: ${row}`, ...fields });
    expect(made.alert).toBeUndefined();
    expect(await configOf(`Page: ${row}`)).toEqual(want);
  });
});

it("these configs cover every option", () => {
  const tried = Object.values(rows).flatMap(({ want }) => Object.keys(want));
  expect([...new Set(tried)].sort()).toEqual([...optionNames].sort());
});

it("the API's document, --help and the page show the same defaults", async () => {
  const { body } = await on.ask<OpenApi>("GET", "/openapi.json");
  const described = body.components.schemas["ServerConfig"]!.properties;
  const help = (await printed(["create", "--help"])).out.replace(/\s+/g, " ");
  const form = await page.read(newServer);
  for (const name of simpleNames) {
    const option: SimpleOption = serverOptions[name];
    if (option.default === undefined) continue;
    expect(described[name]!.default, name).toEqual(option.default);
    const flag = `--${name.replaceAll("_", "-")} `;
    const [inHelp] = help.slice(help.indexOf(flag) + flag.length).split(/ --(?!no-)/);
    expect(inHelp).toContain(`[default: ${String(option.default)}]`);
    expect(form).toMatch(shownOnPage[option.kind](name, option.default));
  }
});

const shownOnPage: Record<SimpleKind, (name: string, usual: unknown) => RegExp> = {
  number: (name, usual) => new RegExp(`name="${name}"[^>]* placeholder="${String(usual)}"`),
  choice: (name, usual) => new RegExp(`name="${name}" value="${String(usual)}" checked=`),
  toggle: (name, usual) => new RegExp(`name="${name}" value="yes"${usual ? " checked=" : "(?! checked)"}`),
  list: () => /(?:)/,
};

interface OpenApi {
  readonly components: {
    readonly schemas: Record<string, { readonly properties: Record<string, { readonly default?: unknown }> }>;
  };
}

/** Runs `standpipe server …` and returns its output and errors. */
async function printed(argv: readonly string[]): Promise<{ out: string; said: unknown[] }> {
  const out: string[] = [];
  const log = vi.spyOn(console, "log").mockImplementation((text) => void out.push(String(text)));
  const error = vi.spyOn(console, "error").mockImplementation(() => {});
  const exit = vi.spyOn(process, "exit").mockImplementation(() => undefined as never);
  await serverCommand.run(argv).finally(() => [log, exit].forEach((spy) => spy.mockRestore()));
  const said = error.mock.calls.flat();
  error.mockRestore();
  return { out: out.join("\n"), said };
}

function words(text: string): string[] {
  return text.split(" ");
}

function same(config: ServerConfig) {
  return { config, want: config };
}
