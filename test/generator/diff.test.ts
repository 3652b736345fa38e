import { existsSync } from "node:fs";
import { readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Change } from "../../generator/diff/change.js";
import { diff } from "../../generator/diff/diff.js";
import type { Diff } from "../../generator/diff/result.js";
import { stateOfContract, type WordsAtHand } from "../../generator/diff/from-contract.js";
import { printMarkdown } from "../../generator/diff/print-markdown.js";
import { printText } from "../../generator/diff/print-text.js";
import { contractOf } from "../../generator/diff/read-contract.js";
import { schemaChanges, type Schema } from "../../generator/diff/schema-changes.js";
import type { State, ToolState } from "../../generator/diff/state.js";
import { noMemo } from "../../generator/model/memo.js";

/*
 * Each folder of test/diff-cases is a change, named for what it shows: base.yaml, head.yaml and descriptions; missing
 * files come from _shared. Its golden files are diff.txt and diff.md. `UPDATE=1 make test` rewrites them.
 */
const CASES = join(import.meta.dirname, "diff-cases");
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

describe("what an argument takes", () => {
  const text = { type: "string" };
  const rows: Record<string, { given: [Schema, Schema]; want: string[] }> = {
    "the same": { given: [text, { ...text, description: "Other words." }], want: [] },
    "another type": { given: [text, { type: "integer" }], want: ["breaking type-changed a"] },
    "integers become numbers": {
      given: [{ type: "integer" }, { type: "number" }],
      want: ["widening type-widened a"],
    },
    "numbers become integers": {
      given: [{ type: "number" }, { type: "integer" }],
      want: ["breaking type-narrowed a"],
    },
    "anything becomes a text": { given: [{}, text], want: ["breaking type-narrowed a"] },
    "a text becomes anything": { given: [text, {}], want: ["widening type-widened a"] },
    "a text gets values": { given: [text, { ...text, enum: ["x"] }], want: ["breaking values-narrowed a"] },
    "a text loses its values": {
      given: [{ ...text, enum: ["x"] }, text],
      want: ["widening values-widened a"],
    },
    "a value comes": { given: [{ enum: ["x"] }, { enum: ["x", "y"] }], want: ["widening values-widened a"] },
    "a value goes": { given: [{ enum: ["x", "y"] }, { enum: ["x"] }], want: ["breaking values-narrowed a"] },
    "values change their order": { given: [{ enum: ["x", "y"] }, { enum: ["y", "x"] }], want: [] },
    "a choice comes": {
      given: [text, { anyOf: [text, { type: "integer" }] }],
      want: ["widening type-widened a"],
    },
    "a choice goes": {
      given: [{ anyOf: [text, { type: "integer" }] }, text],
      want: ["breaking type-narrowed a"],
    },
    "a choice takes less": {
      given: [
        { anyOf: [text, { type: "integer" }] },
        { anyOf: [{ ...text, enum: ["x"] }, { type: "integer" }] },
      ],
      want: ["breaking type-narrowed a"],
    },
    "a higher least": {
      given: [
        { type: "integer", minimum: 1 },
        { type: "integer", minimum: 2 },
      ],
      want: ["breaking limit-narrowed a"],
    },
    "a higher most": {
      given: [
        { type: "integer", maximum: 1 },
        { type: "integer", maximum: 2 },
      ],
      want: ["widening limit-widened a"],
    },
    "no most any more": { given: [{ ...text, maxLength: 9 }, text], want: ["widening limit-widened a"] },
    "a form": { given: [text, { ...text, format: "date" }], want: ["harmless format-told a"] },
    "another form": {
      given: [
        { ...text, format: "date" },
        { ...text, format: "date-time" },
      ],
      want: ["breaking limit-narrowed a"],
    },
    "another pattern": {
      given: [
        { ...text, pattern: "a" },
        { ...text, pattern: "b" },
      ],
      want: ["breaking limit-narrowed a"],
    },
    "another default": {
      given: [
        { ...text, default: "x" },
        { ...text, default: "y" },
      ],
      want: ["breaking default-changed a"],
    },
    "a default that is newly documented": {
      given: [text, { ...text, default: "y" }],
      want: ["harmless default-told a"],
    },
    "items take less": {
      given: [
        { type: "array", items: text },
        { type: "array", items: { ...text, enum: ["x"] } },
      ],
      want: ["breaking values-narrowed a[]"],
    },
    "a member is required, another is not, one comes, one goes": {
      given: [
        { type: "object", properties: { b: text, c: text, e: text }, required: ["c"] },
        { type: "object", properties: { b: text, c: text, d: text }, required: ["b"] },
      ],
      want: [
        "breaking argument-required a.b",
        "widening argument-optional a.c",
        "widening argument-added a.d",
        "breaking argument-removed a.e",
      ],
    },
    "a member comes and is required": {
      given: [
        { type: "object", properties: {} },
        { type: "object", properties: { b: text }, required: ["b"] },
      ],
      want: ["breaking argument-required a.b"],
    },
    "further keys are typed": {
      given: [{ type: "object" }, { type: "object", additionalProperties: text }],
      want: ["breaking type-narrowed a.*"],
    },
  };
  it.each(Object.entries(rows))("%s", (_, { given: [before, after], want }) => {
    expect(kinds(schemaChanges(before, after, "a"))).toEqual(want);
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

describe("a long report", () => {
  const many = Array.from({ length: 400 }, (_, index) =>
    tool({ operation: `GET /things/${index}`, name: `list_things_${index}` }),
  );

  it("is cut to the size of a pull request comment, breaking changes first, with the number of omitted ones", () => {
    const found = diff(state(many), state([tool({ operation: "POST /x", name: "create_x" })]));
    const markdown = printMarkdown(found, { most: 4_000 });
    expect(markdown.length).toBeLessThan(4_300);
    expect(markdown).toContain("400 breaking");
    const shown = markdown.match(/\*\*`list_things_\d+`/g)!.length;
    expect(markdown).toContain(`… and ${400 - shown} more`);
  });
});

const READS = { readOnlyHint: true, destructiveHint: false, idempotentHint: true, openWorldHint: true };

function tool(given: Partial<ToolState>): ToolState {
  return {
    operation: "GET /pets",
    name: "list_pets",
    aliases: [],
    title: "List pets",
    description: "Lists pets.",
    access: "list",
    hints: READS,
    tags: ["pets", "animals"],
    input: {
      type: "object",
      properties: { owner: { type: "string", description: "Whose. From list_owners (id)." } },
    },
    poll: { tool: "get_pet", arguments: {}, everySeconds: 1, atMostSeconds: 2, done: "now" },
    described: true,
    tokens: 50,
    ...given,
  };
}

function state(tools: readonly ToolState[]): State {
  return { label: "a state", tools, misfits: [], held: [], upstream: new Map() };
}

function kinds(changes: readonly Change[]): string[] {
  return changes.map(({ verdict, kind, at }) =>
    [verdict, kind, at].filter((part) => part !== undefined).join(" "),
  );
}

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
