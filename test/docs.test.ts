import { execFileSync } from "node:child_process";
import {
  cpSync,
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  utimesSync,
  writeFileSync,
} from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { blocksOf } from "./docs/page.js";
import { freePort } from "./fixtures/free-port.js";
import { placeBundle } from "./fixtures/shared-build.js";
import { Reader } from "./docs/reader.js";

const pages = readdirSync("docs").filter((name) => name.endsWith(".md"));
let scratch: string;

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "standpipe-docs-"));
  await placeBundle(join(scratch, "built"));
  mkdirSync(join(scratch, "bin"));
  const command = `#!/bin/sh\nexec node ${join(scratch, "built/dist/standpipe.mjs")} "$@"\n`;
  writeFileSync(join(scratch, "bin/standpipe"), command, { mode: 0o755 });
}, 180_000);
afterAll(() => rm(scratch, { recursive: true, force: true }));

/** Pages with their own tests, because their commands need more than a shell. */
const runnable = pages.filter((name) => blocksOf(join("docs", name)).some(({ kind }) => kind === "run"));

describe("the commands in", () => {
  it.each(runnable)("docs/%s", { timeout: 360_000 }, async (name) => {
    const own = await mkdtemp(join(scratch, `${name}-`));
    copyProject(join(own, "project"));
    const port = await freePort();
    const PATH = `${join(scratch, "bin")}:${process.env["PATH"]}`;
    const STANDPIPE_URL = `http://127.0.0.1:${port}`;
    const reader = new Reader(join(own, "project"), own, port, { ...process.env, PATH, STANDPIPE_URL });
    try {
      for (const block of blocksOf(join("docs", name))) await reader.follow(block);
    } finally {
      await reader.close();
    }
  });
});

describe("the pages", () => {
  it.each([...pages.map((name) => join("docs", name)), "README.md"])("%s has only working links", (page) => {
    const links = [...readFileSync(page, "utf8").matchAll(/\]\(([^)#\s]+)[^)]*\)/g)].map(([, link]) => link!);
    const broken = links.filter((link) => !/^https?:/.test(link) && !existsSync(join(dirname(page), link)));
    expect(broken).toEqual([]);
  });

  it.each(pages)("%s has only JSON that parses", (name) => {
    for (const block of blocksOf(join("docs", name))) {
      if (block.kind === "shown" && block.language === "json") JSON.parse(block.text);
    }
  });

  it.each(pages)(
    "%s has only blocks that run, or that say which test runs them or what they need",
    (name) => {
      for (const block of blocksOf(join("docs", name))) {
        if (block.kind !== "elsewhere") continue;
        const [test] = /^test\/\S+$/.exec(block.why) ?? [];
        if (test === undefined) expect(block.why).toMatch(/^needs \S+/);
        else expect(readFileSync(test, "utf8")).toContain(`docs/${name}`);
      }
    },
  );

  it("are all linked from the README", () => {
    const readme = readFileSync("README.md", "utf8");
    expect(pages.filter((name) => !readme.includes(`(docs/${name})`))).toEqual([]);
  });
});

/** The project as a fresh checkout, with the installed packages. */
function copyProject(folder: string): void {
  const git = (...args: string[]) => execFileSync("git", args, { encoding: "utf8" });
  execFileSync("git", ["clone", "-q", "--shared", resolve("."), folder]);
  const changed = git("diff", "-z", "--name-only", "--no-renames", "HEAD");
  const added = git("ls-files", "-z", "--others", "--exclude-standard");
  for (const name of `${changed}${added}`.split("\0").filter(Boolean)) {
    if (existsSync(name)) cpSync(name, join(folder, name));
    else rmSync(join(folder, name));
  }
  symlinkSync(resolve("node_modules"), join(folder, "node_modules"));
  // Without this mark, or with newer lists, make would install the packages again: through the link, into this checkout.
  writeFileSync(resolve("node_modules/.installed"), "", { flag: "a" });
  for (const name of ["package.json", "package-lock.json"]) utimesSync(join(folder, name), 0, 0);
}
