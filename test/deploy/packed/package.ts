import { mkdir, readdir, readFile, rename, symlink, writeFile } from "node:fs/promises";
import { basename, join, resolve } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { generatorLibraries } from "../../../cli/generate/libraries.js";
import { version } from "../../../cli/version.js";
import { stdioClient } from "../../fixtures/clients.js";
import { startRegistry } from "../kit/registry.js";
import { expectPrograms } from "../kit/programs.js";
import { startCommand } from "../kit/start.js";
import { run, ROOT, folder, release, stub } from "./kit.js";

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
  });

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
  });

  it("runs programs on the surface code", async () => {
    const env = { FIREHYDRANT_API_KEY: "fhb-1", FIREHYDRANT_BASE_URL: stub.url };
    const args = ["standpipe", "serve", "--surface", "code"];
    const client = await stdioClient("client 2.x", "npx", args, { cwd: installed, env });
    await expectPrograms(client, { tool: "list_severities", shows: /^\{"result":/ });
    await client.close();
  });

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
  });

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
      expect((await npx(...generate)).stdout).toMatch(/^1 tool: \d+ of \d+ files written/);
      const module = await readFile(join(installed, "pets/tools/pets/list_pets.ts"), "utf8");
      for (const [, path] of module.matchAll(/"standpipe\/(runtime\/contract\/[\w-]+)\.js"/g)) {
        expect(await readdir(join(installed, "node_modules/standpipe/runtime/contract"))).toContain(
          `${basename(path!)}.ts`,
        );
      }
      await rename(join(installed, "pets/server.mjs"), join(folder, "pets.mjs"));
      // As in the product's own files: see build/shared-shapes.ts.
      expect(await readFile(join(folder, "pets.mjs"), "utf8")).toContain("{...null,");
      const { call, close } = await stdioClient("client 2.x", process.execPath, [join(folder, "pets.mjs")], {
        env: { PETS_BASE_URL: stub.url },
      });
      await call("list_pets");
      expect(stub.arrived.at(-1)).toMatchObject({ path: "/pets" });
      await close();
      const args = [join(folder, "pets.mjs"), "--surface", "code"];
      const programs = await stdioClient("client 2.x", process.execPath, args, {
        env: { PETS_BASE_URL: stub.url },
      });
      await expectPrograms(programs, { tool: "list_pets", shows: /^\{"result":/ });
      await programs.close();
    });

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
