import { existsSync } from "node:fs";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { loadRelations } from "../../generator/describe/relations.js";
import { untracedArguments } from "../../generator/describe/relations-lint.js";
import { ProblemList } from "../../generator/model/problem.js";
import { describedOperations } from "./relations/operations.js";
import {
  catalogue,
  contract,
  index,
  isArgument,
  isTool,
  lastName,
  ROOT,
  snakeWords,
  SPECS,
  textsOf,
  tools,
  schemasOf,
  words,
  type Schema,
} from "../all-tools.js";

describe("descriptions", () => {
  it("have 20 to 90 words for every operation, without the polling part", () => {
    const counted = tools.map((tool) => {
      const own = words.get(index[tool.name]!.operation)!.description.trim();
      expect(tool.description.startsWith(own), tool.name).toBe(true);
      return { name: tool.name, count: own.split(/\s+/).length };
    });
    expect(counted.filter(({ count }) => count < 20 || count > 90)).toEqual([]);
  });

  it("exist for every argument, or its source does", () => {
    const silent = tools.flatMap(({ name, inputSchema }) =>
      Object.entries(inputSchema.properties as Record<string, Schema>)
        .filter(([, { description }]) => typeof description !== "string" || description.trim() === "")
        .map(([argument]) => `${name} ${argument}`),
    );
    expect(silent).toEqual([]);
  });

  it.each([
    [
      "commands",
      /\b(always|never|must|ignore|disregard|you (should|have to|need to)|make sure|please|do not|don['’]t|ensure)\b|\bimportant:/i,
    ],
    ["markup", /[`*#|]|__|<\/?[a-z!][^>]*>(?<!\w\/<\w+>)|\]\(/i],
    ["URLs", /\b(https?|ftp|file|javascript|data):|\bwww\./i],
    ["invisible characters", /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}\u{FE00}-\u{FE0F}\u{E0100}-\u{E01EF}]/u],
    ["white space that says nothing", /\s{2}|^\s|\s$/],
  ])("contain no %s", (_, pattern) => {
    const found = tools.flatMap((tool) => textsOf(tool).filter((text) => pattern.test(text)));
    expect(found).toEqual([]);
  });

  it("name only existing tools", () => {
    const verbs = /^(add|close|create|delete|describe|execute|get|list|replace|resolve|search|set|update)_/;
    const named = tools.flatMap((tool) =>
      textsOf(tool)
        .flatMap(snakeWords)
        .filter((word) => verbs.test(word)),
    );
    expect([...new Set(named)].filter((word) => !isTool(word) && !isArgument(word))).toEqual([]);
  });

  it("in the instructions fit in 150 words", () => {
    expect(catalogue.instructions.split(/\s+/).length).toBeLessThanOrEqual(150);
    expect(snakeWords(catalogue.instructions).filter((word) => !isTool(word) && !isArgument(word))).toEqual(
      [],
    );
  });
});

describe("relations", () => {
  it("cover every argument that takes an id or a slug, or excuse it with a reason", async () => {
    const problems = new ProblemList();
    const operations = await describedOperations(problems);
    const file = await readFile(join(SPECS, "relations.yaml"), "utf8");
    const relations = loadRelations(file, "relations.yaml", operations, problems);
    expect(problems.all).toEqual([]);
    expect(untracedArguments(operations, relations)).toEqual([]);
  });

  it("are part of the argument's description, by the served name of the tool", async () => {
    const excused = excusedInputs(parse(await readFile(join(SPECS, "relations.yaml"), "utf8")));
    const untold = tools.flatMap((tool) =>
      schemasOf(tool)
        .filter(
          ([path, schema]) =>
            !path.endsWith("[]") && /(^|_)(id|ids|slug|slugs)$/.test(lastName(path)) && takesFreeText(schema),
        )
        .filter(([, { description }]) => !tellsSource(String(description)))
        .filter(([path]) => !excused(index[tool.name]!.operation, path))
        .map(([path]) => `${tool.name} ${path}`),
    );
    expect(untold).toEqual([]);
  });
});

describe("asynchronous operations", () => {
  const polling = [...words].filter(([, { poll }]) => poll !== undefined);
  const describes = (key: string) => tools.find(({ name }) => index[name]!.operation === key)!.description;

  it("are listed in this test", () => {
    expect(polling.map(([key]) => key).sort()).toEqual(ASYNCHRONOUS);
  });

  it("say that the answer means accepted", () => {
    const keys = polling.map(([key]) => key);
    expect(keys.filter((key) => !/\baccepted\b/i.test(describes(key)))).toEqual([]);
  });

  it("say what to poll, how often, how long, and how a finished state looks", () => {
    const planned = polling.filter(([, { poll }]) => poll!.tool !== undefined);
    expect(planned.length).toBeGreaterThan(8);
    for (const [key, { poll }] of planned) {
      const polled = tools.find(({ name }) => index[name]!.operation === poll!.tool)!.name;
      expect(describes(key)).toMatch(
        new RegExp(`\\b${polled}\\b.*\\bevery \\d+ s for up to \\d+ (s|minutes)\\b.*\\bdone when\\b`),
      );
    }
  });

  it("say what shows the outcome if polling is impossible", () => {
    const unplanned = polling.filter(([, { poll }]) => poll!.tool === undefined);
    expect(unplanned.filter(([, { poll }]) => !snakeWords(poll!.says).some(isTool))).toEqual([]);
  });
});

describe("upstream sentences", () => {
  const folder = join(ROOT, "../shared/firehydrant");
  const upstream = ["upstream-2025-07.json", "upstream-2026-04.json"].map((name) => join(folder, name));
  const there = upstream.every((file) => existsSync(file));
  if (!there)
    console.log(`Skipped: whether words are borrowed, as the upstream documents are not in ${folder}.`);

  it.skipIf(!there)("are not copied: no run of eight words is in the upstream document", async () => {
    const prose = (
      await Promise.all(upstream.map(async (file) => JSON.parse(await readFile(file, "utf8"))))
    ).flatMap(proseOf);
    const runs = new Set(prose.flatMap(runsOfEight));
    expect(runs.size).toBeGreaterThan(3_000);
    const ours = [...tools.flatMap(textsOf), catalogue.instructions, ...(await ownTexts())];
    expect([...new Set(ours.flatMap(runsOfEight))].filter((run) => runs.has(run))).toEqual([]);
  });

  it("are not in the contract, which has no prose", () => {
    expect(proseOf(contract).filter((text) => text !== "" && text !== contract.info.title)).toEqual([]);
  });
});

const ASYNCHRONOUS = [
  "GET /v1/catalogs/{catalog_id}/refresh",
  "PATCH /v1/integrations/connections/{slug}/{connection_id}",
  "PATCH /v1/integrations/connections/{slug}/{connection_id}/refresh",
  "POST /v1/audiences/{audience_id}/summaries/{incident_id}",
  "POST /v1/catalogs/{catalog_id}/ingest",
  "POST /v1/incidents/{incident_id}/retrospectives/export",
  "POST /v1/nunc_connections/{nunc_connection_id}/publish",
  "POST /v1/nunc_connections/{nunc_connection_id}/unpublish",
  "POST /v1/page/signals",
  "POST /v1/post_mortems/reports/{report_id}/publish",
  "POST /v1/runbooks/executions",
  "POST /v1/webhooks",
  "PUT /v1/incidents/{incident_id}/close",
  "PUT /v1/incidents/{incident_id}/resolve",
  "PUT /v1/runbooks/executions/{execution_id}/steps/{step_id}",
];

function takesFreeText({ type, enum: values, items }: Schema): boolean {
  if (type === "array") return items !== undefined && takesFreeText(items);
  return values === undefined && (type === "string" || type === "integer");
}

function tellsSource(description: string): boolean {
  const source = /\bFrom ([a-z_, ]+?)(?: \(| for |, as |, by |\.)/.exec(description)?.[1];
  return source !== undefined && snakeWords(source).every((name) => name in index);
}

/** Whether `relations.yaml` excuses an argument of an operation. */
function excusedInputs(relations: { untraced?: { inputs: Record<string, "all" | string[]> }[] }) {
  const inputs = (relations.untraced ?? []).flatMap((excuse) => Object.entries(excuse.inputs));
  return (operation: string, path: string) =>
    inputs.some(([input, of]) => input.split(" ")[1] === path && (of === "all" || of.includes(operation)));
}

/** All texts that people wrote in specs/, including comments. */
async function ownTexts(): Promise<string[]> {
  const entries = await readdir(SPECS, { recursive: true });
  const names = entries.filter((name) => name.endsWith(".yaml"));
  return Promise.all(names.map((name) => readFile(join(SPECS, name), "utf8")));
}

/** Descriptions, summaries and titles at every depth. */
function proseOf(node: unknown): string[] {
  if (typeof node !== "object" || node === null) return [];
  return Object.entries(node).flatMap(([key, value]) =>
    ["description", "summary", "title"].includes(key) && typeof value === "string" ? [value] : proseOf(value),
  );
}

function runsOfEight(text: string): string[] {
  const plain = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return plain.slice(7).map((_, start) => plain.slice(start, start + 8).join(" "));
}
