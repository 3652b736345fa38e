import { execFileSync } from "node:child_process";
import { cp, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { runGenerate } from "../../cli/generate/generate.js";
import { index, ROOT, tools } from "../all-tools.js";

/** Two tools of different groups with neighbouring names, so their lines are as close as possible. */
const neighbours = tools.flatMap((tool, at) => {
  const next = tools[at + 1];
  if (!next || index[tool.name]!.group === index[next.name]!.group) return [];
  const areShort = [tool, next].every(({ description }) => description.split(" ").length < 80);
  return areShort ? [[tool.name, next.name] as const] : [];
});

describe("two branches that change descriptions in different groups", { timeout: 120_000 }, () => {
  let root: string;
  const git = (...args: string[]) =>
    execFileSync("git", args, { cwd: root, encoding: "utf8", stdio: "pipe" });

  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), "merge-"));
    for (const folder of ["specs/firehydrant", "generated/firehydrant"])
      await cp(join(ROOT, folder), join(root, folder), { recursive: true });
    await writeFile(join(root, ".gitignore"), "node_modules\n");
    git("init", "--quiet", "--initial-branch=main");
    git("config", "user.name", "Test");
    git("config", "user.email", "test@example.com");
    git("add", ".");
    git("commit", "--quiet", "--message=Base");
    vi.spyOn(console, "log").mockReturnValue();
  }, 120_000);

  afterAll(async () => {
    vi.restoreAllMocks();
    await rm(root, { recursive: true });
  });

  it("merge without a conflict, and nothing is stale afterwards", async () => {
    const [one, other] = neighbours[0]!;
    await branch("one", one);
    await branch("other", other);
    git("merge", "--quiet", "--no-edit", "one");

    expect(git("status", "--porcelain")).toBe("");
    expect(await runGenerate(root, "firehydrant", true)).toBe(0);
    const page = await readFile(join(root, "generated/firehydrant/catalog.md"), "utf8");
    expect(page.match(/Reworded on this branch\./g)).toHaveLength(2);
  });

  /** A branch with one more sentence in a tool's description, generated and committed. */
  async function branch(name: string, tool: string): Promise<void> {
    git("checkout", "--quiet", "-b", name, "main");
    const file = join(root, `specs/firehydrant/tools/${index[tool]!.group}.yaml`);
    const text = await readFile(file, "utf8");
    const changed = reworded(text, tool);
    expect(changed, `the words of ${tool}`).not.toBe(text);
    await writeFile(file, changed);
    expect(await runGenerate(root, "firehydrant", false)).toBe(0);
    git("add", ".");
    git("commit", "--quiet", `--message=Reword ${tool}`);
  }
});

/** The words file with a sentence put before the tool's description. */
function reworded(text: string, tool: string): string {
  const at = text.indexOf(`name: ${tool}\n`);
  const described = text.slice(at).replace(/description: (>-?\n\s+)?/, "$&Reworded on this branch. ");
  return text.slice(0, at) + described;
}
