import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readSources, runGenerateFromDocument } from "../../cli/generate/generate-from-document.js";
import { generateFromDocument } from "../../generator/from-document/generate.js";
import type { OpenApiDocument } from "../../generator/normalise/raw.js";
import type { Catalogue } from "../../runtime/index.js";
import { bigDocuments, installed } from "./documents.js";
import { breaches } from "./laws.js";
import { importTools, syntaxFaults } from "./modules.js";

let packages: string;
let scratch: string;

beforeAll(async () => {
  packages = await installed();
  scratch = await mkdtemp(join(tmpdir(), "wild-"));
});

afterAll(() => rm(scratch, { recursive: true }));

describe.each(bigDocuments)("$name", ({ name, path, operations, elsewhere = 0 }) => {
  const spec = () => join(packages, path);
  const folder = () => join(scratch, name, "out");
  let catalogue: Catalogue;

  it("is generated, by name and by number", async () => {
    expect(await runGenerateFromDocument({ spec: spec(), name, out: folder(), bundle: false })).toBe(0);
    catalogue = JSON.parse(await readFile(join(folder(), "catalog.json"), "utf8")) as Catalogue;
    expect(operationsOf((await readSources(folder(), { spec: spec(), name })).document)).toHaveLength(
      operations,
    );
    expect(catalogue.tools).toHaveLength(operations - elsewhere);
  });

  it("keeps the laws", () => {
    expect(breaches(catalogue)).toEqual([]);
  });

  it("keeps input schemas small", () => {
    const long = catalogue.tools.filter(({ inputSchema }) => JSON.stringify(inputSchema).length > 16_000);
    expect(long.map(({ name }) => name)).toEqual([]);
  });

  it("has the same bytes when it is generated again", async () => {
    const before = await contentsOf(folder());
    const again = join(scratch, name, "again");
    await runGenerateFromDocument({ spec: spec(), name, out: again, bundle: false });
    expect(await contentsOf(again)).toEqual(before);
  });

  it("has modules that compile, accept what their schemas describe, and refuse the rest", async () => {
    expect(await syntaxFaults(await contentsOf(folder()))).toEqual([]);
    const names = catalogue.tools.map((tool) => tool.name);
    const tools = await importTools(folder(), names, catalogue);
    for (const [at, { input }] of tools.entries()) {
      const { inputSchema } = catalogue.tools[at]!;
      const given = sampleOf(inputSchema);
      const { error } = input.safeParse(given);
      expect(error && [names[at], given, error.issues], names[at]).toBeUndefined();
      expect(input.safeParse({ ...given, no_such_argument: 1 }).success, names[at]).toBe(false);
    }
  });
});

describe("small documents with rare features", () => {
  it("are all generated, and every operation is taken or reported", async () => {
    for (const path of await smallDocuments()) {
      const outcome = await generateFromDocument(await readSources(scratch, { spec: path, name: "small" }));
      const { document } = await readSources(scratch, { spec: path, name: "small" });
      const { tools, problems, files } = outcome;
      const left = problems.all.filter(({ code }) => code === "operation-left-out").length;
      expect(tools.length + left, path).toBe(operationsOf(document).length);
      if (tools.length === 0) continue;
      expect(breaches(JSON.parse(files.get("catalog.json")!) as Catalogue), path).toEqual([]);
      expect(await syntaxFaults(files), path).toEqual([]);
    }
  });
});

async function smallDocuments(): Promise<string[]> {
  const folders = ["2.0", "3.0", "3.1"].map((version) =>
    join(packages, "@readme/oas-examples", version, "json"),
  );
  const found = await Promise.all(
    folders.map(async (folder) =>
      (await readdir(folder)).filter((name) => name.endsWith(".json")).map((name) => join(folder, name)),
    ),
  );
  return found.flat();
}

const METHODS = ["get", "put", "post", "delete", "patch", "head", "options", "trace"];

/** Counted without the generator. */
function operationsOf(document: OpenApiDocument): string[] {
  const items = (document.paths ?? {}) as Readonly<Record<string, PathItem>>;
  return Object.entries(items)
    .filter(([path]) => path.startsWith("/"))
    .flatMap(([path, item]) =>
      METHODS.filter((method) => method in followed(item)).map((method) => `${method} ${path}`),
    );

  /** A path item may refer to another one of the document. */
  function followed(item: PathItem): PathItem {
    const name = item.$ref?.match(/^#\/paths\/([^/]+)$/)?.[1];
    return name === undefined ? item : items[name.replaceAll("~1", "/")]!;
  }
}

type PathItem = { readonly $ref?: string };

async function contentsOf(folder: string): Promise<Map<string, string>> {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return new Map(
    await Promise.all(
      files.map(async (file) => [file.slice(folder.length + 1), await readFile(file, "utf8")] as const),
    ),
  );
}

/** Arguments that an independent library makes from a schema. Its files are not base64. */
function sampleOf(schema: Catalogue["tools"][number]["inputSchema"]): Record<string, unknown> {
  const { sample } = createRequire(join(packages, "any.js"))("openapi-sampler") as {
    sample(schema: object): unknown;
  };
  const json = JSON.stringify(sample(schema));
  return JSON.parse(json.replaceAll(`"content_base64":"string"`, `"content_base64":"aGk="`)) as Record<
    string,
    unknown
  >;
}
