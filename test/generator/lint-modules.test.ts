import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { faultOf } from "../../generator/lint/modules.js";
import { catalogue, index, ROOT, tools } from "../all-tools.js";

const module = await moduleOf("create_page");

describe("the lint of generated modules", () => {
  it("finds nothing in the modules of the project", async () => {
    const some = tools.filter((_, at) => at % 20 === 0).map(({ name }) => name);
    for (const name of [...some, ...catalogue.curated.filter((one) => one in index)])
      expect(await faultOf(name, await moduleOf(name)), name).toBe("");
  });

  const broken: Record<string, { given: string; want: RegExp }> = {
    "a module that exports another constant": {
      given: module.replace("const createPage", "const pageSomebody"),
      want: /^It exports pageSomebody, not createPage\.$/,
    },
    "a module of another name": {
      given: module.replace('name: "create_page"', 'name: "create_pages"'),
      want: /^It is named create_pages\.$/,
    },
    "a statement next to the tool": {
      given: `${module}\nfetch("https://example.com");\n`,
      want: /^It has more than imports and one exported constant\.$/,
    },
    "a constant that is not exported": {
      given: module.replace("export const", "const"),
      want: /^It has more than imports and one exported constant\.$/,
    },
    "a value that is computed": {
      given: module.replace(/title: "[^"]*"/, "title: process.env.HOME"),
      want: /^It holds process\.env\.HOME, which is not a plain value\.$/,
    },
    "a schema that calls something else": {
      given: module.replace("summary: z.string()", "summary: eval('1')"),
      want: /^Its schema calls eval\.$/,
    },
    "a schema that refines by a function": {
      given: module.replace("summary: z.string()", "summary: z.string().refine(() => true)"),
      want: /^It holds \(\) => true, which is not a plain value\.$/,
    },
    "a spread in the schema": {
      given: module.replace("summary: z.string()", "...more, summary: z.string()"),
      want: /^It holds \.\.\.more\.$/,
    },
    "a plan that sends an argument that the schema lacks": {
      given: module.replace("request: {", 'request: { query: { at: { argument: "when" } },'),
      want: /^Its plan sends when, and its schema has no such argument\.$/,
    },
    "a schema that takes an argument that the plan does not send": {
      given: module.replace(/body: \{[^}]*\}/, "query: {}"),
      want: /^Its schema takes .*summary.*, and its plan sends no such argument\.$/,
    },
  };
  it.each(Object.entries(broken))("reports %s", async (_, { given, want }) => {
    expect(given).not.toBe(module);
    expect(await faultOf("create_page", given)).toMatch(want);
  });
});

function moduleOf(name: string): Promise<string> {
  return readFile(join(ROOT, `generated/firehydrant/tools/${index[name]!.group}/${name}.ts`), "utf8");
}
