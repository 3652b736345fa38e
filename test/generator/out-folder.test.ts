import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { scratch, out, pets, generated } from "./kit/from-document.js";

describe("the folder for --out", () => {
  it("is refused if it has other files, and stays unchanged", async () => {
    await mkdir(out);
    await writeFile(join(out, "catalog.json"), "{}");
    const { code, said } = await generated();
    expect([code, said]).toEqual([
      1,
      expect.stringContaining("files that were not generated, such as catalog.json"),
    ]);
    expect(await readdir(out)).toEqual(["catalog.json"]);
  });

  it("of another API is refused", async () => {
    await generated();
    const { code, said } = await generated(pets, "cats");
    expect([code, said]).toEqual([1, expect.stringContaining("holds the API pets")]);
  });

  it("loses files that are no longer generated, and keeps files of others", async () => {
    await generated();
    await writeFile(join(out, "tools/mine.ts"), "mine");
    const { "/search": _, ...paths } = pets.paths;
    await generated({ ...pets, paths });
    expect(await readdir(join(out, "tools"))).toEqual(expect.arrayContaining(["mine.ts", "pets_more"]));
    expect(await readdir(join(out, "tools"), { recursive: true })).not.toContain(
      "search/search_tools_of_the_api.ts",
    );
    await generated({ ...pets, paths });
    expect(vi.mocked(console.log).mock.lastCall![0]).toMatch(/: 0 of \d+ files written, 0 left over removed/);
  });

  it("is not written to if another file is in the way", async () => {
    const { "/search": _, ...paths } = pets.paths;
    await generated({ ...pets, paths });
    await mkdir(join(out, "tools/search"));
    await writeFile(join(out, "tools/search/search_tools_of_the_api.ts"), "mine");
    const { code, said } = await generated();
    expect([code, said]).toEqual([1, expect.stringContaining("is in the way")]);
    expect(await readFile(join(out, "tools/search/search_tools_of_the_api.ts"), "utf8")).toBe("mine");
  });

  it("is the only place that its manifest can touch", async () => {
    await generated();
    const victim = join(scratch, "victim.txt");
    await writeFile(victim, "here");
    const file = join(out, ".standpipe.json");
    const manifest = JSON.parse(await readFile(file, "utf8")) as { files: string[] };
    manifest.files.push("../victim.txt", "tools/../../victim.txt", victim);
    await writeFile(file, JSON.stringify(manifest));
    expect((await generated()).code).toBe(0);
    expect(await readFile(victim, "utf8")).toBe("here");
  });
});
