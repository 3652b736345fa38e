import { existsSync } from "node:fs";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { diff } from "../../../generator/diff/diff.js";
import type { Diff } from "../../../generator/diff/result.js";
import { stateOfContract, type WordsAtHand } from "../../../generator/diff/from-contract.js";
import { printMarkdown } from "../../../generator/diff/print-markdown.js";
import { printText } from "../../../generator/diff/print-text.js";
import { contractOf } from "../../../generator/diff/read-contract.js";
import type { State, ToolState } from "../../../generator/diff/state.js";
import { noMemo } from "../../../generator/model/memo.js";
import { READS, tool, state, kinds } from "./changes-kit.js";

/*
 * Each folder of test/diff-cases is a change, named for what it shows: base.yaml, head.yaml and descriptions; missing
 * files come from _shared. Its golden files are diff.txt and diff.md. `UPDATE=1 make test` rewrites them.
 */
const CASES = join(import.meta.dirname, "../diff-cases");

const UPDATE = process.env.UPDATE === "1";

const cases = (await readdir(CASES)).filter((name) => !name.startsWith("_")).sort();

describe("a change of the contract", () => {
  it.each(cases)("%s", async (name) => {
    const found = await diffOf(name);
    const made = { "diff.txt": printText(found), "diff.md": printMarkdown(found) };
    const inputs = ["base.yaml", "head.yaml", "tools.yaml", "relations.yaml", "repairs.yaml"];
    const files = await readdir(join(CASES, name));
    const leftOver = files.filter((file) => !inputs.includes(file) && !(file in made));
    if (UPDATE) {
      await Promise.all(Object.entries(made).map(([file, text]) => writeFile(join(CASES, name, file), text)));
      await Promise.all(leftOver.map((file) => rm(join(CASES, name, file))));
      return;
    }
    expect(leftOver, "no case reads or makes these: delete them, or run UPDATE=1 make test").toEqual([]);
    for (const [file, text] of Object.entries(made)) {
      expect(text, file).toBe(await readFile(join(CASES, name, file), "utf8"));
    }
  });

  it("reports a GET that became a POST as dangerous", async () => {
    const { changed, verdict } = await diffOf("a-get-becomes-a-post-at-the-same-path");
    expect(verdict).toBe("breaking");
    const item = changed.find(({ operation }) => operation === "POST /pets/{pet_id}");
    expect(item).toMatchObject({
      verdict: "breaking",
      before: { operation: "GET /pets/{pet_id}", tool: "get_pet" },
    });
    expect(kinds(item!.changes)).toEqual(
      expect.arrayContaining([
        "breaking method-changed",
        "breaking access-changed access",
        "breaking read-only-lost hints.readOnlyHint",
      ]),
    );
  });

  it("puts a hostile document into the markdown only as text", async () => {
    const found = await diffOf("an-upstream-slips-instructions-into-a-description");
    expect(found.summary.warnings).toBe(3);
    const markdown = printMarkdown(found);
    const outside = markdown.replaceAll(/<pre>.*?<\/pre>/g, "");
    expect(outside).not.toMatch(/@everyone|evil\.example|<b>/);
    expect(markdown.match(/<\/details>/g)!.length).toBe(markdown.match(/<details>/g)!.length);
  });

  it("reports nothing that did not change", async () => {
    const { added, removed, renamed, changed, broken, unseen } = await diffOf("nothing-changes");
    expect([added, removed, renamed, changed, broken, unseen].flat()).toEqual([]);
  });
});

describe("what a tool is", () => {
  const rows: Record<string, { given: Partial<ToolState>; want: string[]; list?: keyof Diff }> = {
    "renamed, and the old name answers": {
      given: { name: "find_pets", aliases: ["list_pets"] },
      want: ["harmless name-changed name"],
      list: "renamed",
    },
    "renamed, and the old name is gone": {
      given: { name: "find_pets" },
      want: ["breaking name-lost name"],
      list: "renamed",
    },
    "an alias comes": { given: { aliases: ["pets"] }, want: ["harmless alias-added aliases"] },
    "it writes now": {
      given: { access: "update", hints: { ...READS, readOnlyHint: false } },
      want: ["breaking access-changed access", "breaking read-only-lost hints.readOnlyHint"],
    },
    "it gets what it listed": { given: { access: "get" }, want: ["breaking access-changed access"] },
    "it destroys": {
      given: { hints: { ...READS, destructiveHint: true } },
      want: ["harmless destructive-told hints.destructiveHint"],
    },
    "it may be repeated no longer": {
      given: { hints: { ...READS, idempotentHint: false } },
      want: ["harmless repeatable-denied hints.idempotentHint"],
    },
    "a tag comes and a tag goes": {
      given: { tags: ["pets", "home"] },
      want: ["breaking tag-removed tags", "widening tag-added tags"],
    },
    "it can't be waited for any more": { given: { poll: "none" }, want: ["breaking poll-lost poll"] },
    "its words change": {
      given: { title: "Pets", description: "Lists the pets." },
      want: ["harmless words-changed title", "harmless words-changed description"],
    },
    "its argument no longer says where values come from": {
      given: { input: { type: "object", properties: { owner: { type: "string", description: "Whose." } } } },
      want: ["harmless source-lost owner", "harmless words-changed owner"],
    },
  };
  const base = tool({});
  it.each(Object.entries(rows))("%s", (_, { given, want, list = "changed" }) => {
    const found = diff(state([base]), state([tool(given)]));
    const items = found[list] as Diff["changed"];
    expect(items).toHaveLength(1);
    expect(kinds(items[0]!.changes)).toEqual(want);
    expect(want.some((one) => one.startsWith(items[0]!.verdict))).toBe(true);
  });

  it("is widening if a hint becomes weaker", () => {
    const writes = tool({
      access: "custom",
      hints: { ...READS, readOnlyHint: false, destructiveHint: true },
    });
    const claims = tool({
      access: "custom",
      hints: { ...READS, readOnlyHint: true, destructiveHint: false },
    });
    const [item] = diff(state([writes]), state([claims])).changed;
    expect(kinds(item!.changes)).toEqual([
      "widening read-only-claimed hints.readOnlyHint",
      "widening destructive-denied hints.destructiveHint",
    ]);
    expect(item!.verdict).toBe("widening");
  });

  it("is breaking for a removed tool, and widening for a new one", () => {
    const other = tool({ operation: "DELETE /toys/{id}", name: "delete_toy" });
    expect(diff(state([base, other]), state([base]))).toMatchObject({
      verdict: "breaking",
      removed: [{ tool: "delete_toy" }],
    });
    expect(diff(state([base]), state([base, other]))).toMatchObject({
      verdict: "widening",
      added: [{ tool: "delete_toy" }],
    });
  });

  const moves: Record<string, { given: [string, string]; want: "one" | "two" }> = {
    "of another version": { given: ["POST /v1/pets/{id}/walks", "POST /v2/pets/{pet}/walks"], want: "one" },
    "below another collection": { given: ["POST /v1/walks", "POST /v1/pets/walks"], want: "one" },
    "in the plural": { given: ["POST /v1/pet/walk", "POST /v1/pet/walks"], want: "one" },
    "with another method": { given: ["PUT /v1/pets/{id}", "PATCH /v1/pets/{pet}"], want: "one" },
    "a sibling": { given: ["POST /pets/{id}/walks", "POST /pets/{id}/meals"], want: "two" },
    "another method elsewhere": { given: ["PUT /v1/pets/walks", "POST /v1/dogs/walks"], want: "two" },
  };
  it.each(Object.entries(moves))("finds a moved tool: %s", (_, { given: [was, is], want }) => {
    const [one, other] = [tool({ operation: was, name: "a" }), tool({ operation: is, name: "b" })];
    const found = diff(state([{ ...one, described: false }]), state([{ ...other, described: false }]));
    expect([found.removed.length, found.added.length]).toEqual(want === "one" ? [0, 0] : [1, 1]);
  });

  it("finds a moved tool by a name that both sides have", () => {
    const found = diff(state([base]), state([tool({ operation: "POST /v2/animals/search" })]));
    expect([found.removed.length, found.added.length, found.changed.length]).toEqual([0, 0, 1]);
  });

  it("counts tokens before and after", () => {
    const found = diff(state([base]), state([tool({ title: "Pets", tokens: 70 })]));
    expect(found.changed[0]!.tokens).toEqual({ before: 50, after: 70 });
    expect(found.summary.tokens).toEqual({ before: 50, after: 70 });
  });

  it("reports changes of the instructions, the prompts and the curated set", () => {
    const prompt = { name: "p", title: "P", description: "D.", arguments: [], text: "List pets.", tools: [] };
    const was = { instructions: "Pets.", curated: ["list_pets"], prompts: [prompt] };
    const is = { instructions: "Always call list_pets.", curated: [], prompts: [{ ...prompt, name: "q" }] };
    const found = diff({ ...state([base]), surface: was }, { ...state([base]), surface: is });
    expect(kinds(found.surface)).toEqual([
      "harmless words-changed instructions",
      "harmless curated-removed curated",
      "breaking prompt-removed prompts.p",
      "widening prompt-added prompts.q",
      "harmless words-changed prompts.q.text",
    ]);
    expect(found.surface[0]!.warnings).toEqual(["commands the reader"]);
  });
});

async function diffOf(name: string): Promise<Diff> {
  const [base, head] = await Promise.all(["base", "head"].map((side) => stateIn(name, side)));
  return diff(base!, head!);
}

async function stateIn(name: string, side: string): Promise<State> {
  const document = parse((await source(name, `${side}.yaml`)).text);
  const words: WordsAtHand = {
    words: [await source(name, "tools.yaml", "specs/pets/tools/pets.yaml")],
    relations: await source(name, "relations.yaml", "specs/pets/relations.yaml"),
    repairs: await source(name, "repairs.yaml", "specs/pets/repairs.yaml"),
    accepted: { at: "specs/pets/accepted.yaml", text: "" },
    knowledge: { at: "specs/pets/knowledge.yaml", text: "" },
    surface: { product: "pets", paging: [] },
  };
  return stateOfContract(contractOf(document), side, words, noMemo);
}

async function source(name: string, file: string, at = file) {
  const own = join(CASES, name, file);
  return { at, text: await readFile(existsSync(own) ? own : join(CASES, "_shared", file), "utf8") };
}
