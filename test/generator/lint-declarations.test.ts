import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { declarationFault, lintDeclarations } from "../../generator/lint/declarations.js";
import { noMemo } from "../../generator/model/memo.js";
import { ProblemList } from "../../generator/model/problem.js";
import { ROOT } from "../all-tools.js";

/** The declarations in the committed types of programs, without what the file adds to them. */
const file = await readFile(join(ROOT, "generated/firehydrant/programs.d.ts"), "utf8");
const text = file
  .slice(file.indexOf("export interface Tools"), file.indexOf("/** The tools, and all items"))
  .replace("export interface Tools {", "interface Api {");

describe("the lint of the declarations of the surface code", () => {
  it("finds nothing in those of all tools, with all types", async () => {
    expect(await declarationFault(text)).toBe("");
    expect(text.match(/^interface /gm)!.length).toBeGreaterThan(200);
  });

  const broken: Record<string, { given: string; want: RegExp }> = {
    "a type that is not declared": {
      given: text.replace(/Promise<IncidentEntity>/, "Promise<IncidentEntty>"),
      want: /^IncidentEntty is not declared\. \(line \d+\)$/,
    },
    "a type that is declared twice": {
      given: `${text}\ninterface IncidentEntity { id: string }`,
      want: /^IncidentEntity is declared twice\.$/,
    },
    "text that is not TypeScript": {
      given: text.replace("interface Api {", "interface Api {{"),
      want: /\(line \d+\)$/,
    },
    "a comment that ends early": {
      given: text.replace("/** ", "/** Ends here. */ run(); "),
      want: /\(line \d+\)$/,
    },
    "a statement that runs": {
      given: `${text}\nrun();`,
      want: /^A statement is not an interface\. \(line \d+\)$/,
    },
  };
  it.each(Object.entries(broken))("reports %s", async (_, { given, want }) => {
    expect(given).not.toBe(text);
    expect(await declarationFault(given)).toMatch(want);
  });

  it("is an error of the generation, with the place of the fix", async () => {
    const problems = new ProblemList();
    await lintDeclarations("interface Api { a(): Promise<B>; }", "specs/x/openapi.json", noMemo, problems);
    expect(problems.all).toMatchObject([
      {
        code: "declarations-not-typescript",
        at: "specs/x/openapi.json",
        fix: expect.stringContaining("repairs.yaml") as string,
      },
    ]);
  });
});
