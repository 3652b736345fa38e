import { existsSync, readFileSync } from "node:fs";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const page = readFileSync("SECURITY.md", "utf8");
/** Rows of the table of attacks: each ends with the file of a test and its name. */
const rows = [...page.matchAll(/^\| (\d+) .*\| `(test\/[^`]+)` "(.+)"\s*\|$/gm)].map(
  ([, item, file, name]) => ({
    item: Number(item),
    file: file!,
    name: name!,
  }),
);

describe("what SECURITY.md says is protected", () => {
  const [, promises] = /## What is protected\n([^]*?)\n### /.exec(page)!;
  const bullets = promises!.split("\n").filter((line) => line.startsWith("- "));

  it.each(bullets)("%s", (bullet) => {
    const [, named] = /Tests?: (.+)\.$/.exec(bullet) ?? [];
    const files = [...(named ?? "").matchAll(/`([^`]+)`/g)].map(([, file]) => file!);
    expect(files).not.toEqual([]);
    expect(files.filter((file) => testNames(file).length === 0)).toEqual([]);
  });
});

describe("the table of attacks in SECURITY.md", () => {
  it("has a test in each of its rows", () => {
    const lines = page.split("\n").filter((line) => /^\| \d+ /.test(line));
    expect(lines.length).toBeGreaterThan(30);
    expect(rows).toHaveLength(lines.length);
  });

  it.each(rows)("$item: $file has a test of the name $name", ({ file, name }) => {
    expect(existsSync(file), file).toBe(true);
    expect(testNames(file)).toContain(name);
  });

  it("is followed by what is not protected", () => {
    expect(page).toContain("### What is not protected");
  });
});

/** The names of a file's tests, as they are written there. */
function testNames(file: string): string[] {
  const names: string[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isCallExpression(node) && /^(?:it|test)\b/.test(node.expression.getText())) {
      const [name] = node.arguments;
      if (name && ts.isStringLiteralLike(name)) names.push(name.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile(file, readFileSync(file, "utf8"), ts.ScriptTarget.Latest, true));
  return names;
}
