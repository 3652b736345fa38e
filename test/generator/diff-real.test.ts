import { existsSync } from "node:fs";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { apiCompare } from "api-smart-diff";
import { beforeAll, describe, expect, it } from "vitest";
import { readState } from "../../cli/diff/states.js";
import { diff } from "../../generator/diff/diff.js";
import type { Diff } from "../../generator/diff/result.js";
import { writeImport } from "../../generator/load/write-import.js";
import { noMemo } from "../../generator/model/memo.js";

/*
 * FireHydrant's real change of nine months, compared with two independent comparisons: api-smart-diff over the raw
 * documents, and a plain one of the parameter lists. The documents are reference material outside the project.
 */
const ROOT = join(import.meta.dirname, "../..");
const SHARED = join(ROOT, "../shared/firehydrant");
const [OLD, NEW] = ["upstream-2025-07.json", "upstream-2026-04.json"].map((name) => join(SHARED, name)) as [
  string,
  string,
];
const isThere = existsSync(OLD) && existsSync(NEW);
if (!isThere) console.log(`Skipped: FireHydrant's documents are not in ${SHARED}.`);

describe.skipIf(!isThere)("FireHydrant from July 2025 to April 2026", () => {
  let found: Diff;
  let before: Operations;
  let after: Operations;

  beforeAll(async () => {
    const place = { root: ROOT, api: "firehydrant" };
    found = diff(await readState(OLD, place, noMemo), await readState(NEW, place, noMemo));
    [before, after] = await Promise.all([operationsOf(OLD), operationsOf(NEW)]);
  });

  it("adds 38 operations, 39 by operationId, and removes none", () => {
    const added = [...after.keys()].filter((key) => !before.has(key));
    expect(added).toHaveLength(38);
    expect(keysOf(found.added)).toEqual(added.sort());
    expect(found.removed).toEqual([]);
    const ids = new Set([...before.values()].map(({ operationId }) => operationId));
    const byId = [...after].filter(([, { operationId }]) => !ids.has(operationId)).map(([key]) => key);
    expect(byId).toHaveLength(39);
    expect([...keysOf(found.added), ...keysOf(found.renamed)].sort()).toEqual(byId.sort());
  });

  it("renames one operation, whose tool keeps its name", () => {
    expect(found.renamed).toMatchObject([
      {
        operation: "POST /v1/signals/notification_policy_items",
        tool: "create_notification_policy",
        verdict: "harmless",
        before: { operationId: "create_handoff_notification_setting" },
      },
    ]);
  });

  it("changes the inputs of 46 operations, as api-smart-diff agrees; 2 of them were repaired before", async () => {
    const independent = inputChanges(await documentOf(OLD), await documentOf(NEW));
    expect(independent.size).toBe(46);
    expect(MENDED.every((key) => independent.has(key))).toBe(true);
    const takes = found.changed.filter(({ changes }) => changes.some(({ at = "" }) => !/^answer\b/.test(at)));
    expect(keysOf(takes)).toEqual([...independent].filter((key) => !MENDED.includes(key)).sort());
  });

  it("lists the 63 operations whose parameters differ: 16 in what they take, 47 only in order, which no model sees", () => {
    const listed = [...before.keys()].filter((key) => parametersOf(before, key) !== parametersOf(after, key));
    expect(listed).toHaveLength(63);
    const reordered = found.unseen
      .filter(({ kind }) => kind === "parameters-reordered")
      .map(({ operation }) => operation);
    expect(reordered).toHaveLength(47);
    const changed = keysOf(found.changed).filter((key) => listed.includes(key) && !reordered.includes(key));
    expect([...changed, ...reordered].sort()).toEqual(listed.sort());
  });

  it("breaks no relation, poll or description", () => {
    expect(found.broken).toEqual([]);
    expect(
      found.changed.flatMap(({ changes }) => changes).filter(({ kind }) => kind === "reference-broken"),
    ).toEqual([]);
    expect(found.summary.warnings).toBe(0);
  });
});

describe.skipIf(!isThere)("an untouched re-import", () => {
  it("changes no byte", async () => {
    const folder = await mkdtemp(join(tmpdir(), "import-"));
    const specs = join(ROOT, "specs/firehydrant");
    try {
      const notes = await readFile(join(specs, "SOURCE.md"), "utf8");
      await writeFile(join(folder, "SOURCE.md"), notes);
      await writeImport(NEW, folder, "2199-01-01");
      expect(await readFile(join(folder, "SOURCE.md"), "utf8")).toBe(notes);
      const contract = await readFile(join(folder, "openapi.json"), "utf8");
      expect(contract).toBe(await readFile(join(specs, "openapi.json"), "utf8"));
    } finally {
      await rm(folder, { recursive: true });
    }
  });
});

/** The older document has form keys in JSON bodies. repairs.yaml fixes both documents in the same way. */
const MENDED = [
  "PATCH /v1/retrospective_templates/{retrospective_template_id}",
  "POST /v1/retrospective_templates",
];

interface RawOperation {
  readonly operationId: string;
  readonly parameters?: readonly { readonly name: string; readonly in: string }[];
  readonly responses: object;
}

type Operations = ReadonlyMap<string, RawOperation>;

interface RawDocument {
  readonly paths: Readonly<Record<string, Readonly<Record<string, RawOperation>>>>;
}

async function documentOf(file: string): Promise<RawDocument> {
  return JSON.parse(await readFile(file, "utf8")) as RawDocument;
}

async function operationsOf(file: string): Promise<Operations> {
  const { paths } = await documentOf(file);
  return new Map(
    Object.entries(paths).flatMap(([path, item]) =>
      Object.entries(item).map(([method, operation]): [string, RawOperation] => [
        `${method.toUpperCase()} ${path}`,
        operation,
      ]),
    ),
  );
}

/** The parameter lists without prose. */
function parametersOf(operations: Operations, key: string): string {
  return JSON.stringify(operations.get(key)!.parameters ?? [], (name, value: unknown) =>
    ["description", "example", "summary"].includes(name) && typeof value !== "object"
      ? undefined
      : sorted(value),
  );
}

function sorted(value: unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  return Object.fromEntries(Object.entries(value).sort(([one], [other]) => (one < other ? -1 : 1)));
}

/** Operations on both sides whose parameters or bodies differ by api-smart-diff, ignoring prose and null. */
function inputChanges(before: RawDocument, after: RawDocument): Set<string> {
  const { diffs } = apiCompare(withoutAnswers(before), withoutAnswers(after));
  const prose = [
    "description",
    "summary",
    "title",
    "example",
    "nullable",
    "operationId",
    "x-codegen-request-body-name",
  ];
  return new Set(
    diffs.flatMap(({ path }) => {
      const [place, url, method, part, ...rest] = path.map(String);
      if (place !== "paths" || part === undefined || part === "tags") return [];
      return prose.includes(rest.at(-1) ?? part) ? [] : [`${method!.toUpperCase()} ${url}`];
    }),
  );
}

function withoutAnswers(document: RawDocument): object {
  const paths = Object.entries(document.paths).map(([path, item]) => [
    path,
    Object.fromEntries(
      Object.entries(item).map(([method, operation]) => [method, { ...operation, responses: {} }]),
    ),
  ]);
  return { ...document, paths: Object.fromEntries(paths) };
}

function keysOf(items: readonly { readonly operation: string }[]): string[] {
  return items.map(({ operation }) => operation).sort();
}
