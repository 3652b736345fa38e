import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { parse } from "yaml";
import { runGenerate } from "../../cli/generate/generate.js";
import { generatorDigest } from "../../cli/generate/generator-digest.js";

const SHARED = join(import.meta.dirname, "cases/_shared");
const WORDS = "specs/pets/tools/pets.yaml";
const MODULE = "generated/pets/tools/pets/list_pets.ts";

describe("standpipe generate", () => {
  let root: string;
  let said: string[];

  beforeEach(async () => {
    root = await mkdtemp(join(tmpdir(), "generate-"));
    await makeProject(root);
    said = [];
    for (const stream of ["log", "error"] as const) {
      vi.spyOn(console, stream).mockImplementation((text: string) => void said.push(text));
    }
    expect(await runGenerate(root, "pets", false)).toBe(0);
  });

  afterEach(async () => {
    vi.restoreAllMocks();
    vi.doUnmock("../../generator/generate.js");
    await rm(root, { recursive: true });
  });

  it("writes the files and records the names", async () => {
    const files = Object.keys(await generated(root));
    const some = ["api.d.ts", "catalog.json", "catalog.md", "index.ts", "tools/index.ts"].map(
      (name) => `generated/pets/${name}`,
    );
    expect(files).toEqual(expect.arrayContaining([...some, MODULE, "specs/pets/names.lock"]));
    // A slow machine also says that it works.
    expect(said.at(-1)).toEqual(`${files.length} of ${files.length} files written, 0 left over removed.`);
  });

  it("changes nothing the second time", async () => {
    const before = await generated(root);
    expect(await runGenerate(root, "pets", false)).toBe(0);
    expect(said.at(-1)).toMatch(/^\d+ files are up to date\.$/);
    expect(await generated(root)).toEqual(before);
  });

  it("does nothing until a source or a generated file changes", async () => {
    // The first run wrote names.lock, which is also a source.
    await runGenerate(root, "pets", false);
    const isAsked = async () => (await runGenerate(root, "pets", false).catch(() => "asked")) === "asked";
    vi.doMock("../../generator/generate.js", () => ({ generate: () => Promise.reject(new Error("asked")) }));
    expect(await isAsked()).toBe(false);

    const files = (await readdir(root, { recursive: true })).filter((path) =>
      /^(specs|generated).*\.\w+$/.test(path),
    );
    expect(files.length).toBeGreaterThan(12);
    for (const file of files) {
      const before = await readFile(join(root, file), "utf8");
      await writeFile(join(root, file), `${before} `);
      expect([file, await isAsked()]).toEqual([file, true]);
      await writeFile(join(root, file), before);
    }
    for (const file of ["generated/pets/new.ts", "specs/pets/tools/new.yaml"]) {
      await writeFile(join(root, file), "");
      expect([file, await isAsked()]).toEqual([file, true]);
      await rm(join(root, file));
    }
    expect(await isAsked()).toBe(false);
  });

  it("starts over if its cache is damaged", async () => {
    const cache = join(root, "node_modules/.cache/standpipe");
    const before = await generated(root);
    for (const name of await readdir(cache)) await writeFile(join(cache, name), "damaged");
    expect(await runGenerate(root, "pets", false)).toBe(0);
    expect(await generated(root)).toEqual(before);
  });

  it("starts over with other code or other libraries", async () => {
    const code = [
      "generator/a.ts",
      "runtime/discover/b/c.ts",
      "templates/d.hbs",
      "node_modules/.package-lock.json",
    ];
    for (const path of code) {
      await mkdir(dirname(join(root, path)), { recursive: true });
      await writeFile(join(root, path), "one");
    }
    const before = generatorDigest(root);
    for (const path of code) {
      await writeFile(join(root, path), "other");
      expect(generatorDigest(root), path).not.toBe(before);
      await writeFile(join(root, path), "one");
    }
    expect(generatorDigest(root)).toBe(before);
  });

  it("with a problem writes nothing, reports all problems and exits with 1", async () => {
    await edit(root, WORDS, (text) =>
      text.replace("title: List pets", "title: You must list pets").replace("kind:", "knd:"),
    );
    await edit(root, "specs/pets/surface.yaml", (text) =>
      text.replace("curated: []", "curated: [list_dogs]"),
    );
    const before = await generated(root);

    for (const check of [false, true]) {
      said = [];
      expect(await runGenerate(root, "pets", check)).toBe(1);
      expect(said.join("\n").match(/(?<=^error )\S+/gm)).toEqual([
        "unknown-argument",
        "commanding-words",
        "undescribed-argument",
        "unknown-tool",
      ]);
    }
    expect(await generated(root)).toEqual(before);
  });

  it("writes changed files and removes old ones", async () => {
    await edit(root, WORDS, (text) =>
      text
        .replaceAll("list_pets", "find_pets")
        .replace("title:", "aliases: [list_pets, list_all_pet_shop_pets]\n    title:"),
    );
    expect(await runGenerate(root, "pets", false)).toBe(0);
    const files = Object.keys(await generated(root));
    expect(files).toContain("generated/pets/tools/pets/find_pets.ts");
    expect(files).not.toContain(MODULE);
    expect(await readFile(join(root, "specs/pets/names.lock"), "utf8")).toContain("\nlist_pets GET /pets\n");
  });

  describe("--check", () => {
    it("accepts generated files", async () => {
      said = [];
      expect(await runGenerate(root, "pets", true)).toBe(0);
      expect(said).toEqual([]);
    });

    it("names each stale, missing and left-over file and the fix, and writes nothing", async () => {
      await edit(root, MODULE, (text) => text.replace("List pets", "Edited by hand"));
      await rm(join(root, "generated/pets/api.d.ts"));
      await writeFile(join(root, "generated/pets/old.ts"), "");
      const before = await generated(root);
      said = [];
      expect(await runGenerate(root, "pets", true)).toBe(1);
      expect(said).toEqual([
        "3 files in or next to generated/pets/ are stale:\n" +
          `  stale      ${MODULE}\n` +
          "  missing    generated/pets/api.d.ts\n" +
          "  left over  generated/pets/old.ts\n" +
          'Run "make generate" and commit the result.',
      ]);
      expect(await generated(root)).toEqual(before);
    });
  });
});

/** A project with the one-operation API of the golden cases. */
async function makeProject(root: string): Promise<void> {
  const specs = join(root, "specs/pets");
  await mkdir(join(specs, "tools"), { recursive: true });
  for (const name of ["surface.yaml", "common.yaml", "relations.yaml", "repairs.yaml"]) {
    await cp(join(SHARED, name), join(specs, name));
  }
  await cp(join(SHARED, "tools.yaml"), join(root, WORDS));
  const contract = parse(await readFile(join(SHARED, "openapi.yaml"), "utf8"));
  await writeFile(join(specs, "openapi.json"), JSON.stringify(contract));
}

/** All generated files by path: those of its folder, and the locks next to the sources. */
async function generated(root: string): Promise<Record<string, string>> {
  const names = await readdir(root, { recursive: true });
  const files = names.filter((name) => /^generated\/.*\.\w+$|^specs\/.*\.lock$/.test(name));
  const texts = files.map(async (path) => [path, await readFile(join(root, path), "utf8")]);
  return Object.fromEntries(await Promise.all(texts));
}

async function edit(root: string, path: string, change: (text: string) => string): Promise<void> {
  const before = await readFile(join(root, path), "utf8");
  const after = change(before);
  expect(after, `nothing to change in ${path}`).not.toBe(before);
  await writeFile(join(root, path), after);
}
