import { execFile } from "node:child_process";
import { generateKeyPairSync } from "node:crypto";
import { mkdir, mkdtemp, readdir, readFile, rename, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, delimiter, join, resolve } from "node:path";
import { promisify } from "node:util";
import {
  getMcpConfigForManifest,
  unpackExtension,
  type McpbManifestAny,
  type McpbUserConfigValues,
} from "@anthropic-ai/mcpb";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { generatorLibraries } from "../../cli/generate/libraries.js";
import { isSignedBy } from "../../cli/verify/signature.js";
import { version } from "../../cli/version.js";
import { parseSurfaceLock } from "../../generator/render/surface-lock.js";
import type { SignedManifest } from "../../runtime/index.js";
import { makeClone } from "../fixtures/clone.js";
import { stdioClient } from "../fixtures/clients.js";
import { startApiStub, type ApiStub } from "../gateway/kit/api-stub.js";
import { startRegistry } from "./kit/registry.js";
import { startCommand } from "./kit/start.js";

/*
 * The packing steps of the release workflow run unchanged in a scratch clone, except `npm ci`, because the installed
 * packages are linked there. The packed files are then installed and started like users would.
 */
const run = promisify(execFile);
const ROOT = join(import.meta.dirname, "../..");
const signing = generateKeyPairSync("ed25519");
let folder: string;
let release: string;
let stub: ApiStub;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "release-"));
  release = join(folder, "clone/release");
  stub = await startApiStub();
  await makeClone(join(folder, "clone"), join(folder, "origin.git"));
  for (const step of await stepsOf("files")) {
    if (!step.startsWith("npm ci")) await runStep(step);
  }
}, 240_000);

afterAll(async () => {
  await stub.close();
  await rm(folder, { recursive: true });
});

describe("the release workflow", () => {
  it("builds a package, a desktop bundle, a list of components, a registry entry and checksums of all", async () => {
    const names = await readdir(release);
    expect(names.sort()).toEqual([
      "SHA256SUMS",
      "server.json",
      `standpipe-${version}.cdx.json`,
      `standpipe-${version}.manifest.json`,
      `standpipe-${version}.mcpb`,
      `standpipe-${version}.tgz`,
    ]);
    const sums = await readFile(join(release, "SHA256SUMS"), "utf8");
    expect(
      sums
        .trim()
        .split("\n")
        .map((line) => line.split("  ")[1]),
    ).toEqual(names.filter((name) => name !== "SHA256SUMS"));
  });

  it("states what was built, signed by the key of the environment", async () => {
    const manifest = JSON.parse(
      await readFile(join(release, `standpipe-${version}.manifest.json`), "utf8"),
    ) as SignedManifest;
    const lock = await readFile(join(ROOT, "specs/firehydrant/surface.lock"), "utf8");
    expect(manifest.surfaces).toEqual({ firehydrant: parseSurfaceLock(lock).surface });
    expect(isSignedBy(manifest, signing.publicKey)).toBe(true);
  });

  it("packs a bundle that verify finds as reviewed and signed, with nothing unseen", async () => {
    const key = join(folder, "release-key.pem");
    await writeFile(key, signing.publicKey.export({ type: "spki", format: "pem" }));
    const bundle = join(folder, "clone/dist/standpipe.mjs");
    const args = [bundle, "verify", bundle, "--key", key, "--strict"];
    const { stdout } = await run(process.execPath, args, { cwd: join(folder, "clone") });
    expect(stdout).toMatch(/^\d+ tools of .*standpipe\.mjs compared with .*: all as reviewed\.\n$/);
  });

  it("fails if a checksum is wrong", async () => {
    const check = (await stepsOf("files")).find((step) => step.includes("sha256sum"))!;
    const entry = await readFile(join(release, "server.json"));
    await writeFile(join(release, "server.json"), "{}");
    await expect(runStep(check)).rejects.toMatchObject({ code: 1 });
    await writeFile(join(release, "server.json"), entry);
    await runStep(check);
  });

  it("fails if the tag does not match the version", async () => {
    const check = (await stepsOf("test")).find((step) => step.startsWith("test "))!;
    await runStep(check, `v${version}`);
    await expect(runStep(check, "v0.0.9")).rejects.toMatchObject({ code: 1 });
  });

  it("pushes an attested image for two platforms, and creates a release with the files", async () => {
    const told = await publish(`v${version}`);
    expect(told).toContain(" --platform linux/amd64,linux/arm64 ");
    expect(told).toContain(" --provenance=mode=max --sbom=true ");
    expect(told).toContain(
      ` --tag ghcr.io/example/standpipe:${version} --tag ghcr.io/example/standpipe:latest `,
    );
    expect(told).toMatch(
      new RegExp(`^gh release create v${version} .*release/standpipe-${version}.mcpb .* --latest$`, "m"),
    );
    const given = [...told.matchAll(/--build-arg (\w+)=\S/g)].map(([, name]) => name);
    const dockerfile = await readFile(join(ROOT, "deploy/Dockerfile"), "utf8");
    expect(given.filter((name) => !dockerfile.includes(`\nARG ${name}=`))).toEqual([]);
    expect(given).toHaveLength(5);
  });

  it("does not mark a release candidate as the latest", async () => {
    const told = await publish("v9.0.0-rc.1");
    expect(told).toContain("--tag ghcr.io/example/standpipe:9.0.0-rc.1 --push");
    expect(told).toMatch(/^gh release create v9\.0\.0-rc\.1 .* --prerelease$/m);
  });

  /** The publishing steps, with a `docker` and a `gh` that record their calls. */
  async function publish(tag: string): Promise<string> {
    const bin = await mkdtemp(join(folder, "bin-"));
    for (const name of ["docker", "gh"]) {
      await writeFile(join(bin, name), `#!/bin/sh\necho "${name} $*" >> "${bin}/told"\n`, { mode: 0o755 });
    }
    for (const step of [...(await stepsOf("image")), ...(await stepsOf("publish"))])
      await runStep(step, tag, bin);
    return readFile(join(bin, "told"), "utf8");
  }

  it("gives write access only to the two publishing jobs, which run no dependencies", async () => {
    const { permissions, jobs } = await workflow();
    expect(permissions).toEqual({ contents: "read" });
    const writing = Object.entries(jobs).filter(([, job]) =>
      Object.values(job.permissions).includes("write"),
    );
    expect(writing.map(([name]) => name)).toEqual(["image", "publish"]);
    for (const [, job] of writing)
      expect(job.steps.filter((step) => /\bnp[mx]\b/.test(step.run ?? ""))).toEqual([]);
  });
});

describe("the list of components", () => {
  it("is valid CycloneDX, and lists everything that was bundled with a digest", async () => {
    const bom = JSON.parse(await readFile(join(release, `standpipe-${version}.cdx.json`), "utf8"));
    expect(bom).toMatchObject({ bomFormat: "CycloneDX", metadata: { component: { version } } });
    const listed = new Map<string, { hashes: object[] }>(
      bom.components.map((one: { name: string; group?: string; version: string; hashes: object[] }) => [
        `${one.name} ${one.version}`,
        one,
      ]),
    );
    const licences = await readFile(join(folder, "clone/dist/LICENCES.txt"), "utf8");
    const bundled = [...licences.matchAll(/^(@?[\w./-]+ \d+\.\d+\.\d+\S*) \([^)]+\)$/gm)].map(
      ([, name]) => name!,
    );
    expect(bundled.length).toBeGreaterThan(50);
    expect(bundled.filter((name) => !listed.get(name)?.hashes.length)).toEqual([]);
  });
});

describe("the package", () => {
  let installed: string;

  beforeAll(async () => {
    installed = join(folder, "installed");
    await mkdir(installed);
    await writeFile(join(installed, "package.json"), "{}");
    const native = (await readdir(join(ROOT, "node_modules/@libsql"))).map((name) => `@libsql/${name}`);
    const needed = ["libsql", "libsql/node_modules/detect-libc", "@neon-rs/load", ...native];
    const registry = await startRegistry(needed, join(folder, "registry"));
    const args = [
      "install",
      "--no-audit",
      "--no-fund",
      "--registry",
      registry.url,
      "--cache",
      join(folder, "cache"),
    ];
    await run("npm", [...args, join(release, `standpipe-${version}.tgz`)], { cwd: installed });
    registry.close();
  }, 120_000);

  it("installs only packages with native code", async () => {
    const own = JSON.parse(await readFile(join(installed, "node_modules/standpipe/package.json"), "utf8"));
    expect(own).toMatchObject({ mcpName: "io.github.example/standpipe" });
    expect(own).not.toHaveProperty("private");
    expect(Object.keys(own.dependencies)).toEqual(["libsql"]);
    const others = (await readdir(join(installed, "node_modules"))).filter((name) => !name.startsWith("."));
    expect(others.sort()).toEqual(["@libsql", "@neon-rs", "detect-libc", "libsql", "standpipe"]);
  });

  it("works with npx", async () => {
    expect((await npx("--version")).stdout).toBe(`${version}\n`);
    expect((await npx("--help")).stdout).toMatch(/^standpipe <command>\n\n {2}serve /);
    await expect(npx("sevre")).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringContaining("Did you mean serve?"),
    });
  }, 60_000);

  it("serves over stdio", async () => {
    const env = { FIREHYDRANT_API_KEY: "fhb-1", FIREHYDRANT_BASE_URL: stub.url };
    const { client, call, close } = await stdioClient("client 2.x", "npx", ["standpipe", "serve"], {
      cwd: installed,
      env,
    });
    expect((await client.listTools()).tools).toHaveLength(24);
    expect((await call("list_severities")).isError).toBeUndefined();
    expect(stub.arrived.at(-1)).toMatchObject({ path: "/v1/severities", key: "fhb-1" });
    await close();
  }, 60_000);

  it("serves server URLs from an SQLite file", async () => {
    const args = ["gateway", "--sandbox", "--port", "0", "--data", join(folder, "data")];
    const gateway = await startCommand(
      join(installed, "node_modules/.bin/standpipe"),
      args,
      /Next: .* (http\S+)/,
    );
    const listed = await fetch(gateway.said[1]!, {
      method: "POST",
      headers: { "content-type": "application/json", accept: "application/json, text/event-stream" },
      body: JSON.stringify({ jsonrpc: "2.0", id: 1, method: "tools/list", params: {} }),
    });
    expect(((await listed.json()) as { result: { tools: object[] } }).result.tools).toHaveLength(24);
    expect(await gateway.stop()).toBe(0);
    expect(await readdir(join(folder, "data"))).toContain("standpipe.db");
  }, 60_000);

  describe("with the libraries for generating", () => {
    const generate = ["generate", "--spec", "pets.json", "--name", "pets", "--out", "pets", "--bundle"];

    it("names the missing libraries and how to install them", async () => {
      const command = {
        code: 1,
        stderr: expect.stringMatching(/\n {2}npm install esbuild@\S+ .*typescript@\S+\n$/),
      };
      await expect(npx(...generate)).rejects.toMatchObject(command);
    });

    it("generates any API, and a single file that serves it", async () => {
      for (const name of generatorLibraries) {
        await symlink(resolve("node_modules", name), join(installed, "node_modules", name));
      }
      await writeFile(join(installed, "pets.json"), JSON.stringify(pets));
      expect((await npx(...generate)).stdout).toMatch(/^1 tools: \d+ of \d+ files written/);
      const module = await readFile(join(installed, "pets/tools/pets/list_pets.ts"), "utf8");
      for (const [, path] of module.matchAll(/"standpipe\/(runtime\/contract\/[\w-]+)\.js"/g)) {
        expect(await readdir(join(installed, "node_modules/standpipe/runtime/contract"))).toContain(
          `${basename(path!)}.ts`,
        );
      }
      await rename(join(installed, "pets/server.mjs"), join(folder, "pets.mjs"));
      const { call, close } = await stdioClient("client 2.x", process.execPath, [join(folder, "pets.mjs")], {
        env: { PETS_BASE_URL: stub.url },
      });
      await call("list_pets");
      expect(stub.arrived.at(-1)).toMatchObject({ path: "/pets" });
      await close();
    }, 60_000);

    const pets = {
      openapi: "3.1.0",
      info: { title: "Pets", version: "1" },
      servers: [{ url: "https://pets.example.com" }],
      paths: { "/pets": { get: { operationId: "list_pets", tags: ["pets"], responses: {} } } },
    };
  });

  function npx(...args: string[]): Promise<{ stdout: string; stderr: string }> {
    return run("npx", ["--offline", "standpipe", ...args], { cwd: installed });
  }
});

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
  }, 60_000);

  it("only reads if the user says so", async () => {
    const settings = { api_key: "fhb-1", base_url: stub.url, methods: "read", surface: "full" };
    const { command, args, env } = (await config(settings))!;
    const { client, close } = await stdioClient("client 2.x", command, args!, { env });
    const { tools } = await client.listTools();
    expect(tools.filter(({ annotations }) => !annotations!.readOnlyHint)).toEqual([]);
    expect(tools.length).toBeGreaterThan(150);
    await close();
  }, 60_000);

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

describe("server.json", () => {
  /*
   * The facts of the registry's schema of 2025-12-11 and its rules for each kind of package, in our own words, because
   * no copy of the schema is available here.
   */
  const input = z.strictObject({
    name: z.string(),
    description: z.string(),
    isRequired: z.boolean().optional(),
    isSecret: z.boolean().optional(),
    choices: z.array(z.string()).optional(),
    default: z.string().optional(),
  });
  const common = {
    transport: z.strictObject({ type: z.enum(["stdio"]) }),
    runtimeHint: z.enum(["npx", "docker"]).optional(),
    packageArguments: z
      .array(z.strictObject({ type: z.literal("positional"), value: z.string() }))
      .optional(),
    environmentVariables: z.array(input).optional(),
  };
  const exact = z.string().regex(/^\d+\.\d+\.\d+(-[\w.]+)?$/);
  const schema = z.strictObject({
    $schema: z.literal("https://static.modelcontextprotocol.io/schemas/2025-12-11/server.schema.json"),
    name: z
      .string()
      .max(200)
      .regex(/^[a-zA-Z0-9.-]+\/[a-zA-Z0-9._-]+$/),
    title: z.string().min(1).max(100),
    description: z.string().min(1).max(100),
    version: exact,
    repository: z.strictObject({ url: z.url(), source: z.literal("github") }),
    packages: z.array(
      z.discriminatedUnion("registryType", [
        z.strictObject({ registryType: z.literal("npm"), identifier: z.string(), version: exact, ...common }),
        // An image's version is only in its name.
        z.strictObject({
          registryType: z.literal("oci"),
          identifier: z.string().regex(/^ghcr\.io\/[a-z0-9._-]+\/[a-z0-9._-]+:[\w.-]+$/),
          ...common,
        }),
        z.strictObject({
          registryType: z.literal("mcpb"),
          identifier: z.url().regex(/^https:\/\/github\.com\/.*mcp/),
          version: exact,
          fileSha256: z.string().regex(/^[0-9a-f]{64}$/),
          ...common,
        }),
      ]),
    ),
  });

  it("is a valid entry for the registry of MCP servers, with this release's files", async () => {
    const entry = JSON.parse(await readFile(join(release, "server.json"), "utf8"));
    expect(schema.safeParse(entry).error).toBeUndefined();
    expect(entry.name).toBe("io.github.example/standpipe");
    const sums = await readFile(join(release, "SHA256SUMS"), "utf8");
    const bundle = entry.packages.find(
      ({ registryType }: { registryType: string }) => registryType === "mcpb",
    );
    expect(sums).toContain(`${bundle.fileSha256}  ${bundle.identifier.split("/").at(-1)}`);
  });
});

interface Workflow {
  readonly permissions: object;
  readonly jobs: Record<
    string,
    { readonly permissions: object; readonly steps: { readonly run?: string }[] }
  >;
}

async function workflow(): Promise<Workflow> {
  return parse(await readFile(join(ROOT, ".github/workflows/release.yml"), "utf8"));
}

async function stepsOf(job: string): Promise<string[]> {
  return (await workflow()).jobs[job]!.steps.flatMap((step) => step.run ?? []);
}

/** Runs a step like a runner, with programs in `bin` first. */
async function runStep(step: string, tag = `v${version}`, bin = folder): Promise<void> {
  const env = {
    ...process.env,
    PATH: `${bin}${delimiter}${process.env["PATH"]}`,
    GH_TOKEN: "token",
    GITHUB_ACTOR: "someone",
    GITHUB_REPOSITORY: "example/standpipe",
    GITHUB_SERVER_URL: "https://github.com",
    GITHUB_SHA: "0123456",
    STANDPIPE_SIGNING_KEY: signing.privateKey.export({ type: "pkcs8", format: "pem" }) as string,
    TAG: tag,
  };
  await run("bash", ["-eo", "pipefail", "-c", step], { cwd: join(folder, "clone"), env });
}
