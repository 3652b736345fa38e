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
import type { ServerConfig } from "../../gateway/server-config.js";
import { readSettings } from "../../gateway/settings.js";
import { makeAccount, startTestGateway, testAdminToken, type TestGateway } from "./kit/gateway.js";
import { issuer, rows } from "./kit/option-rows.js";
import { signIn, type PageSession } from "./kit/page-session.js";

/* One table has a server URL's options. The page, the CLI and the API must agree on their meaning. */

/** No tool is called, so no API needs to answer. */
const upstream = "http://127.0.0.1:9";
let on: TestGateway;
let page: PageSession;
let path: string;
let newServer: string;

beforeAll(async () => {
  // People sign in to the page where their access tokens are from.
  const { oauth, oidc } = readSettings({
    STANDPIPE_OAUTH_ISSUERS: issuer,
    STANDPIPE_OIDC_ISSUER: issuer,
    STANDPIPE_OIDC_CLIENT_ID: "standpipe",
  });
  on = await startTestGateway({ mounts: [mountPage], settings: { baseUrls: [upstream], oauth, oidc } });
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
