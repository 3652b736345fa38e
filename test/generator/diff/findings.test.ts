import { describe, expect, it } from "vitest";
import { z } from "zod";
import { diff } from "../../../generator/diff/diff.js";
import { stateOfContract } from "../../../generator/diff/from-contract.js";
import { printGithub } from "../../../generator/diff/print-github.js";
import { printSarif } from "../../../generator/diff/print-sarif.js";
import { contractOf } from "../../../generator/diff/read-contract.js";
import type { Diff } from "../../../generator/diff/result.js";
import { noMemo } from "../../../generator/model/memo.js";
import { zoo } from "./zoo.js";

const FILE = "specs/zoo/openapi.json";

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Loose = any;

async function changed(change: (document: Loose) => void): Promise<Diff> {
  const head = zoo();
  change(head);
  return diff(await state(zoo()), await state(head));
}

function state(document: unknown) {
  return stateOfContract(contractOf(document), "a state", undefined, noMemo);
}

/** One change of each class but `rest`. */
const mixed = (document: Loose) => {
  document.servers[0].url = "https://evil.example/api";
  document.paths["/v1/animals"].delete = { operationId: "deleteAnimals", responses: {} };
  document.paths["/v1/animals"].get.parameters.shift();
  document.paths["/v1/animals"].get.parameters.push({
    name: "page",
    in: "query",
    schema: { type: "integer" },
  });
  document.paths["/v1/keepers"].get.summary = "Shows the keepers.";
};

/** The facts that SARIF 2.1.0's schema states of the members that a diff uses. */
const level = z.enum(["none", "note", "warning", "error"]);
const sarif = z.strictObject({
  $schema: z.literal("https://json.schemastore.org/sarif-2.1.0.json"),
  version: z.literal("2.1.0"),
  runs: z.array(
    z.strictObject({
      tool: z.strictObject({
        driver: z.strictObject({
          name: z.string().min(1),
          rules: z.array(
            z.strictObject({
              id: z.string().min(1),
              shortDescription: z.strictObject({ text: z.string().min(1) }),
              defaultConfiguration: z.strictObject({ level }),
              properties: z.record(z.string(), z.unknown()),
            }),
          ),
        }),
      }),
      results: z.array(
        z.strictObject({
          ruleId: z.string().min(1),
          ruleIndex: z.int().min(0),
          level,
          message: z.strictObject({ text: z.string().min(1) }),
          locations: z.array(
            z.strictObject({
              physicalLocation: z.strictObject({
                // A URI reference relative to the repository's root.
                artifactLocation: z.strictObject({ uri: z.string().regex(/^[\w./-]+$/) }),
                region: z.strictObject({ startLine: z.int().min(1) }),
              }),
            }),
          ),
        }),
      ),
    }),
  ),
});

describe("a diff as SARIF", () => {
  it("has the form of the schema, with a rule for every result", async () => {
    const text = printSarif(await changed(mixed), FILE);
    const [run] = sarif.parse(JSON.parse(text)).runs;
    const { rules } = run!.tool.driver;
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    for (const { ruleId, ruleIndex } of run!.results) expect(rules[ruleIndex]!.id).toBe(ruleId);
    const levels = run!.results.map((result) => result.level);
    expect(new Set(levels)).toEqual(new Set(["error", "warning", "note"]));
    expect(
      [...levels].sort((one, other) => rank(one) - rank(other)),
      "the gravest first",
    ).toEqual(levels);
    expect(run!.results[0]!.message.text).toContain("https://evil.example/api");
  });

  it("has no results where nothing is different", async () => {
    const [run] = sarif.parse(JSON.parse(printSarif(await changed(() => {}), FILE))).runs;
    expect(run).toMatchObject({ results: [], tool: { driver: { rules: [] } } });
  });
});

function rank(of: string): number {
  return ["error", "warning", "note"].indexOf(of);
}

describe("a diff as annotations of a GitHub workflow", () => {
  it("has a line for each finding, at the file, the gravest first", async () => {
    const lines = printGithub(await changed(mixed), FILE)
      .trimEnd()
      .split("\n");
    for (const line of lines)
      expect(line).toMatch(
        /^::(?:error|warning|notice) file=specs\/zoo\/openapi\.json,line=1,title=[a-z-]+::.+$/,
      );
    expect(lines[0]).toMatch(/^::error .*,title=server-changed::servers\.server is https:\/\/evil/);
    expect(lines.map((line) => line.match(/^::(\w+)/)![1])).toEqual(
      expect.arrayContaining(["error", "warning", "notice"]),
    );
  });

  it("lets no text of a document begin a command of its own", async () => {
    const found = await changed((document) => {
      document.paths["/v1/animals"].get.parameters[0].schema.enum.push("x\n::error::owned", "100%0A::x");
    });
    const lines = printGithub(found, FILE).trimEnd().split("\n");
    expect(lines.every((line) => /^::(?:error|warning|notice) file=/.test(line))).toBe(true);
    expect(lines.join("\n")).toContain("100%250A");
  });

  it("shows as many as GitHub shows, and counts the others", async () => {
    const found = await changed((document) => {
      for (let index = 0; index < 70; index++)
        document.paths[`/v1/cages/${index}`] = {
          delete: { operationId: `deleteCage${index}`, responses: {} },
        };
    });
    const lines = printGithub(found, FILE).trimEnd().split("\n");
    expect(lines).toHaveLength(50);
    expect(lines.at(-1)).toMatch(/^::notice::\d+ more: standpipe diff shows them all$/);
  });
});

describe("the paragraph of what an agent can newly do", () => {
  it("names the key, what destroys and what is gone, and stands at the top of text and Markdown", async () => {
    const { abilities } = await changed(mixed);
    expect(abilities).toEqual([
      "The API's key is sent to another place or in another way.",
      "An agent can newly delete or destroy: delete_animals.",
    ]);
  });
});
