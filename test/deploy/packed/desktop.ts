import { readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  getMcpConfigForManifest,
  unpackExtension,
  type McpbManifestAny,
  type McpbUserConfigValues,
} from "@anthropic-ai/mcpb";
import { beforeAll, describe, expect, it } from "vitest";
import { version } from "../../../cli/version.js";
import { stdioClient } from "../../fixtures/clients.js";
import { expectPrograms } from "../kit/programs.js";
import { folder, release, stub } from "./kit.js";

describe("the desktop bundle", () => {
  let unpacked: string;
  let manifest: McpbManifestAny;

  beforeAll(async () => {
    unpacked = join(folder, "desktop");
    await unpackExtension({
      mcpbPath: join(release, `standpipe-${version}.mcpb`),
      outputDir: unpacked,
      silent: true,
    });
    manifest = JSON.parse(await readFile(join(unpacked, "manifest.json"), "utf8")) as McpbManifestAny;
  });

  it("asks for a secret key, and shows the tools that it will list", async () => {
    expect(manifest).toMatchObject({
      version,
      user_config: { api_key: { sensitive: true, required: true } },
    });
    expect(manifest.tools).toHaveLength(24);
    expect(await config({})).toBeUndefined();
  });

  it("starts by its manifest's command with only the user's settings, lists the curated tools and calls one", async () => {
    const { command, args, env } = (await config({ api_key: "fhb-desktop", base_url: stub.url }))!;
    const { client, call, close } = await stdioClient("sdk 1.x", command, args!, { cwd: tmpdir(), env });
    const { tools } = await client.listTools();
    expect(tools.map(({ name }) => name)).toEqual(manifest.tools!.map(({ name }) => name));
    expect((await call("list_severities")).isError).toBeUndefined();
    expect(stub.arrived.at(-1)).toMatchObject({ path: "/v1/severities", key: "fhb-desktop" });
    expect((await call("search_tools", { query: "who is on call" })).text).toContain("on_call_schedules");
    await close();
  });

  it("only reads if the user says so", async () => {
    const settings = { api_key: "fhb-1", base_url: stub.url, methods: "read", surface: "full" };
    const { command, args, env } = (await config(settings))!;
    const { client, close } = await stdioClient("client 2.x", command, args!, { env });
    const { tools } = await client.listTools();
    expect(tools.filter(({ annotations }) => !annotations!.readOnlyHint)).toEqual([]);
    expect(tools.length).toBeGreaterThan(150);
    await close();
  });

  it("runs programs on the surface code", async () => {
    const settings = { api_key: "fhb-1", base_url: stub.url, surface: "code" };
    const { command, args, env } = (await config(settings))!;
    const client = await stdioClient("client 2.x", command, args!, { cwd: tmpdir(), env });
    await expectPrograms(client, { tool: "list_severities", shows: /^\{"result":/ });
    expect(stub.arrived.at(-1)).toMatchObject({ path: "/v1/severities", key: "fhb-1" });
    await client.close();
  });

  /** The command that a desktop application starts, by the rules of the format. */
  function config(userConfig: McpbUserConfigValues) {
    return getMcpConfigForManifest({
      manifest,
      extensionPath: unpacked,
      systemDirs: {},
      userConfig,
      pathSeparator: "/",
    });
  }
});
