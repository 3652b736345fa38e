import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";

const page = readFileSync("SECURITY.md", "utf8");
/** Rows of the table of attacks: each ends with a test's file and its name. */
const rows = [...page.matchAll(/^\| (\d+) .*\| `(test\/[^`]+)` "([^"]+)"\s*\|$/gm)].map(
  ([, item, file, name]) => ({
    item: Number(item),
    file: file!,
    name: name!,
  }),
);

describe("the table of attacks in SECURITY.md", () => {
  it("has a test in each of its rows", () => {
    const lines = page.split("\n").filter((line) => /^\| \d+ /.test(line));
    expect(lines.length).toBeGreaterThan(20);
    expect(rows).toHaveLength(lines.length);
  });

  it.each(rows)("$item: $file has a test of the name $name", ({ file, name }) => {
    expect(existsSync(file), file).toBe(true);
    const source = readFileSync(file, "utf8");
    const isTitle = new RegExp(
      `\\b(?:it|test)(?:\\.\\w+)*\\((?:[^"\`]*\\)\\()?\\s*["\`]${escaped(name)}["\`]`,
    );
    expect(isTitle.test(source), `${file} has no test "${name}"`).toBe(true);
  });

  it("says what is not protected", () => {
    expect(page).toContain("### What is not protected");
  });
});

function escaped(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&");
}
