import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { readProject } from "../../cli/generate/generate.js";
import { compareFiles } from "../../generator/files.js";
import { generate, type Outcome, type Sources } from "../../generator/generate.js";
import { noMemo, type Memo } from "../../generator/model/memo.js";

const ROOT = join(import.meta.dirname, "../..");
const FOLDER = "generated/firehydrant";

/** A full generation takes 4 s on two idle cores, and much longer on busy ones. */
describe("generated/firehydrant", { timeout: 120_000 }, () => {
  let sources: Sources;
  let first: Outcome;

  beforeAll(async () => {
    sources = await readProject(ROOT, "firehydrant");
    first = await generate(sources, remember);
  }, 120_000);

  it("matches its sources", async () => {
    expect(first.problems.all).toEqual([]);
    const stale = compareFiles(ROOT, FOLDER, first.files);
    expect(stale, `Run "make generate" and commit the result.`).toEqual({
      stale: [],
      missing: [],
      leftOver: [],
    });
  });

  it("has the same bytes in every run, for any order of the descriptions files", async () => {
    const second = await generate({ ...sources, words: sources.words.toReversed() }, noMemo);
    expect(changed(first, second)).toEqual([]);
  });

  it("changes only one tool's module when its description changes", async () => {
    const tool = first.tools.find(({ name }) => name === "create_page")!;
    const title = `title: ${tool.title}\n`;
    const words = sources.words.map(({ at, text }) => ({
      at,
      text: text.replace(title, `title: ${tool.title} again\n`),
    }));
    const second = await generate({ ...sources, words }, remember);
    const paths = changed(first, second);
    expect(paths).toContain(`${FOLDER}/tools/${tool.group}/${tool.name}.ts`);
    // Besides the tool's own files, the files about all tools may change. They are at the top.
    const others = paths.filter((path) => !path.includes(`/${tool.group}/${tool.name}.`));
    expect(others.filter((path) => path.startsWith(`${FOLDER}/`) && path.split("/").length > 3)).toEqual([]);
    expect(others).toContain(`${FOLDER}/catalog.json`);
  });

  it("changes only one tool's module when its operation changes", async () => {
    const contract = JSON.parse(sources.contract.text);
    contract.components.schemas.create_signals_page.properties.summary.maxLength = 99;
    const text = JSON.stringify(contract);
    const second = await generate({ ...sources, contract: { ...sources.contract, text } }, remember);
    expect(changed(first, second).filter((path) => path.includes("/tools/"))).toEqual([
      `${FOLDER}/tools/pages/create_page.ts`,
    ]);
  });
});

/** Paths of the files that differ or exist on one side only. */
function changed(before: Outcome, after: Outcome): string[] {
  expect(after.problems.all).toEqual([]);
  const paths = new Set([...before.files.keys(), ...after.files.keys()]);
  return [...paths].filter((path) => before.files.get(path) !== after.files.get(path)).sort();
}

const remembered = new Map<string, Promise<string>>();
const remember: Memo = (kind, input, work) => {
  const id = `${kind}\0${input}`;
  const text = remembered.get(id) ?? work();
  remembered.set(id, text);
  return text;
};
