import { existsSync } from "node:fs";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join, relative } from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { readTemplates } from "../../cli/generate/templates.js";
import type { SourceFile } from "../../generator/describe/words.js";
import { generate, type Sources } from "../../generator/generate.js";
import type { Memo } from "../../generator/model/memo.js";
import { printProblems } from "../../generator/model/problem.js";

/*
 * Each folder of test/cases is a test case, named for what it shows. It has its own openapi.yaml (or .json), tools.yaml
 * (or tools/*.yaml), common.yaml, relations.yaml, surface.yaml, repairs.yaml and names.lock. Missing ones come from
 * _shared. knowledge.yaml is optional. Its golden files are problems.txt, if there are problems, and selected files of
 * the run in output/. `UPDATE=1 make test` rewrites them. Add an empty file to output/ for a new one.
 */
const CASES = join(import.meta.dirname, "cases");
const SHARED = join(CASES, "_shared");
const UPDATE = process.env.UPDATE === "1";

const cases = (await readdir(CASES)).filter((name) => !name.startsWith("_")).sort();

describe("golden cases", () => {
  it.each(cases)("%s", async (name) => {
    const folder = join(CASES, name);
    const goldens = (await filesIn(folder)).filter((path) => !isInput(path));
    const made = await run(folder);
    if (UPDATE) return update(folder, goldens, made);

    const leftOver = goldens.filter((path) => !made.has(path));
    expect(leftOver, "no run makes these: delete them, or run UPDATE=1 make test").toEqual([]);
    for (const path of goldens) expect(made.get(path), path).toBe(await readFile(join(folder, path), "utf8"));
    expect(goldens.includes(PROBLEMS) || !made.has(PROBLEMS), made.get(PROBLEMS)).toBe(true);
    expect(goldens, "a case without goldens proves nothing").not.toEqual([]);
  });

  it("cover every problem that the generator can report", async () => {
    const shown = await Promise.all(cases.map((name) => readIfThere(join(CASES, name, PROBLEMS))));
    const codes = new Set(shown.join("\n").match(/(?<=^(?:error|warning) )\S+$/gm));
    expect((await codesOfGenerator()).filter((code) => !codes.has(code))).toEqual([]);
  });

  it("report all problems in one run", async () => {
    const problems = await readFile(join(CASES, "all-problems-are-reported-in-one-run", PROBLEMS), "utf8");
    expect(problems.match(/^error /gm)!.length).toBeGreaterThan(8);
  });
});

const PROBLEMS = "problems.txt";

/** Runs the generator on a case. Returns its golden files by path in its folder. */
async function run(folder: string): Promise<Map<string, string>> {
  const { problems, files } = await generate(await sourcesOf(folder), memo);
  expect(problems.hasErrors && files.size > 0, "with errors, nothing is written").toBe(false);
  const made = new Map(
    [...files].map(([path, text]) => [`output/${path.replace(/^(generated|specs)\/pets\//, "")}`, text]),
  );
  if (problems.all.length > 0) made.set(PROBLEMS, printProblems(problems.all));
  return made;
}

async function update(
  folder: string,
  goldens: readonly string[],
  made: ReadonlyMap<string, string>,
): Promise<void> {
  const wanted = new Set([...goldens, ...(made.has(PROBLEMS) ? [PROBLEMS] : [])]);
  for (const path of wanted) {
    const text = made.get(path);
    if (text === undefined) await rm(join(folder, path));
    else await writeFile(join(folder, path), text);
  }
}

async function sourcesOf(folder: string): Promise<Sources> {
  const at = (name: string) => `specs/pets/${name}`;
  const own = async (name: string): Promise<SourceFile> => ({
    at: at(name),
    text: (await readIfThere(join(folder, name))) ?? (await readFile(join(SHARED, name), "utf8")),
  });
  return {
    api: "pets",
    contract: { at: at("openapi.json"), text: await contractOf(folder) },
    words: await wordsOf(folder),
    repairs: await own("repairs.yaml"),
    surface: await own("surface.yaml"),
    knowledge: {
      at: at("knowledge.yaml"),
      text: (await readIfThere(join(folder, "knowledge.yaml"))) ?? "",
    },
    vocabulary: {
      at: at("vocabulary.yaml"),
      text: (await readIfThere(join(folder, "vocabulary.yaml"))) ?? "",
    },
    namesLock: await own("names.lock"),
    accepted: {
      at: at("accepted.yaml"),
      text: (await readIfThere(join(folder, "accepted.yaml"))) ?? "",
    },
    common: await own("common.yaml"),
    relations: await own("relations.yaml"),
    workflows: await workflowsOf(folder),
    templates: readTemplates(),
    discover: [],
  };
}

async function workflowsOf(folder: string): Promise<SourceFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith(".ts"));
  return Promise.all(
    names.map(async (name) => ({
      at: `specs/pets/workflows/${name}`,
      text: await readFile(join(folder, name), "utf8"),
    })),
  );
}

/** A contract is JSON. A case may use YAML, which is easier to read. */
async function contractOf(folder: string): Promise<string> {
  const json = await readIfThere(join(folder, "openapi.json"));
  if (json !== undefined) return json;
  const yaml =
    (await readIfThere(join(folder, "openapi.yaml"))) ??
    (await readFile(join(SHARED, "openapi.yaml"), "utf8"));
  return JSON.stringify(parse(yaml));
}

async function wordsOf(folder: string): Promise<SourceFile[]> {
  const many = join(folder, "tools");
  if (!existsSync(many)) {
    const one =
      (await readIfThere(join(folder, "tools.yaml"))) ?? (await readFile(join(SHARED, "tools.yaml"), "utf8"));
    return [{ at: "specs/pets/tools/pets.yaml", text: one }];
  }
  const names = (await readdir(many)).sort();
  return Promise.all(
    names.map(async (name) => ({
      at: `specs/pets/tools/${name}`,
      text: await readFile(join(many, name), "utf8"),
    })),
  );
}

function isInput(path: string): boolean {
  return /^([a-z_]+\.ts|(openapi|tools|tools\/[a-z-]+|common|relations|surface|accepted|knowledge|repairs)\.yaml|openapi\.json|names\.lock)$/.test(
    path,
  );
}

async function filesIn(folder: string): Promise<string[]> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)));
}

async function readIfThere(file: string): Promise<string | undefined> {
  return existsSync(file) ? readFile(file, "utf8") : undefined;
}

/** The cases share slow work, such as the types of their common contract. */
const remembered = new Map<string, Promise<string>>();
const memo: Memo = (kind, input, work) => {
  const id = `${kind}\0${input}`;
  const text = remembered.get(id) ?? work();
  remembered.set(id, text);
  return text;
};

/** All problem codes in the generator's source. */
async function codesOfGenerator(): Promise<string[]> {
  const root = join(import.meta.dirname, "../../generator");
  const codes = new Set<string>();
  for (const path of await filesIn(root)) {
    // Documents without words files have problems of their own, and so do their security schemes:
    // test/generator/from-document.test.ts and credentials.test.ts show them. What
    // the lints of modules and of declarations find is a fault of the generator itself: lint-modules.test.ts and
    // lint-declarations.test.ts show it.
    if (/^(from-document\/|auth\/|lint\/(modules|declarations))/.test(path)) continue;
    const text = await readFile(join(root, path), "utf8");
    visit(ts.createSourceFile(path, text, ts.ScriptTarget.Latest), codes);
  }
  return [...codes].sort();
}

/** Finds `problems.error("code", …)`, also with a choice of two codes, and `{ code: "code" }`. */
function visit(node: ts.Node, codes: Set<string>): void {
  if (ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression)) {
    const [first] = node.arguments;
    if (first && ["error", "warn"].includes(node.expression.name.text)) addLiterals(first, codes);
  }
  if (ts.isPropertyAssignment(node) && ts.isIdentifier(node.name) && node.name.text === "code") {
    addLiterals(node.initializer, codes);
  }
  node.forEachChild((child) => visit(child, codes));
}

function addLiterals(node: ts.Node, codes: Set<string>): void {
  if (ts.isStringLiteral(node)) codes.add(node.text);
  if (ts.isConditionalExpression(node))
    [node.whenTrue, node.whenFalse].forEach((branch) => addLiterals(branch, codes));
}
