import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { encode } from "gpt-tokenizer/encoding/o200k_base";
import { describe, expect, it } from "vitest";
import { discoverTools, type ListedTool, ownTools, ownToolsByName, tokenCost } from "../../runtime/index.js";
import {
  breaking,
  catalogue,
  contract,
  index,
  ROOT,
  snakeWords,
  SPECS,
  tools,
  schemasOf,
  words,
  type Schema,
} from "../all-tools.js";

describe("all of the API", () => {
  it("is served, each operation by one tool, sorted by name", () => {
    const methods = ["get", "head", "post", "put", "patch", "delete", "options", "trace"];
    const operations = Object.entries<object>(contract.paths).flatMap(([path, item]) =>
      methods.filter((method) => method in item).map((method) => `${method.toUpperCase()} ${path}`),
    );
    expect(operations).toHaveLength(474);
    expect(tools.map(({ name }) => index[name]!.operation).sort()).toEqual(operations.sort());
    expect(Object.keys(index).sort()).toEqual(tools.map(({ name }) => name));
    expect(tools.map(({ name }) => name)).toEqual(tools.map(({ name }) => name).sort());
  });
});

describe("names", () => {
  const aliases = Object.values(index).flatMap(({ aliases, managed }) => [
    ...aliases,
    ...(managed ? [managed] : []),
  ]);

  it("are lower-case snake_case of at most 48 characters, aliases of at most 64", () => {
    expect(tools.filter(({ name }) => !/^[a-z][a-z0-9_]{0,47}$/.test(name))).toEqual([]);
    expect(aliases.filter((name) => !/^[a-z][a-z0-9_]{0,63}$/.test(name))).toEqual([]);
  });

  it("are unique over names, aliases, managed names and the tools of discover", () => {
    const own = [...ownTools, ...catalogue.knowledge!.tools].map(({ name }) => name);
    const all = [...tools.map(({ name }) => name), ...aliases, ...own];
    expect(all.filter((name, place) => all.indexOf(name) !== place)).toEqual([]);
  });

  it("exist in the managed style if they fit, and the six promised ones exactly", () => {
    const promised = {
      create_a_fire_hydrant_incident: "POST /v1/incidents",
      update_a_fire_hydrant_incident_impact_by_id: "PATCH /v1/incidents/{incident_id}/impact",
      create_a_fire_hydrant_incident_note: "POST /v1/incidents/{incident_id}/notes",
      list_all_fire_hydrant_incidents: "GET /v1/incidents",
      create_a_fire_hydrant_page: "POST /v1/page/signals",
      create_a_fire_hydrant_post_mortem_report: "POST /v1/post_mortems/reports",
    };
    const managed = new Map(Object.values(index).map((entry) => [entry.managed, entry.operation]));
    expect(Object.fromEntries(Object.keys(promised).map((name) => [name, managed.get(name)]))).toEqual(
      promised,
    );
    expect(
      [...managed.keys()].filter((name) => name !== undefined && !name.includes("_fire_hydrant")),
    ).toEqual([]);
  });

  it("are recorded, with all aliases, in names.lock", async () => {
    const lock = await readFile(join(SPECS, "names.lock"), "utf8");
    const lines = new Set(lock.split("\n"));
    const served = Object.entries(index).flatMap(([name, { aliases, managed, operation }]) =>
      [name, ...aliases, ...(managed ? [managed] : [])].map((one) => `${one} ${operation}`),
    );
    expect(served.filter((line) => !lines.has(line))).toEqual([]);
  });
});

describe("hints", () => {
  const method = (operation: string) => operation.split(" ")[0]!;

  it("are all four set, and every tool has a title", () => {
    const hints = ["readOnlyHint", "destructiveHint", "idempotentHint", "openWorldHint"] as const;
    expect(
      breaking(({ annotations }) => hints.some((hint) => typeof annotations[hint] !== "boolean")),
    ).toEqual([]);
    expect(breaking(({ annotations }) => Object.keys(annotations).length !== hints.length)).toEqual([]);
    expect(breaking(({ title }) => title.trim() === "")).toEqual([]);
  });

  it("mark a GET as reading, except those with a side effect", () => {
    const writing = breaking(({ annotations }, key) => method(key) === "GET" && !annotations.readOnlyHint);
    expect(writing).toEqual(["refresh_catalog"]);
  });

  it("mark all other methods as writing, except those that only answer a question", () => {
    const reading = breaking(({ annotations }, key) => method(key) !== "GET" && annotations.readOnlyHint);
    expect(reading).toEqual([
      "debug_signals_expression",
      "export_incident_retrospectives_markdown",
      "preview_on_call_schedule_rotation",
      "preview_team_on_call_schedule",
      "validate_incident_tags",
    ]);
  });

  it("mark reading tools as not destructive and idempotent", () => {
    const reads = ({ annotations }: ListedTool) => annotations.readOnlyHint;
    expect(breaking((tool) => reads(tool) && tool.annotations.destructiveHint)).toEqual([]);
    expect(breaking((tool) => reads(tool) && !tool.annotations.idempotentHint)).toEqual([]);
    expect(breaking((tool) => ["list", "get"].includes(index[tool.name]!.access) && !reads(tool))).toEqual(
      [],
    );
  });

  it("mark PUT and DELETE as idempotent, unless the description overrides it", () => {
    const repeating = breaking(
      ({ annotations }, key) => ["PUT", "DELETE"].includes(method(key)) && !annotations.idempotentHint,
    );
    const known = [...words].filter(([, { hints }]) => hints?.idempotent === false).map(([key]) => key);
    expect(repeating.filter((name) => !known.includes(index[name]!.operation))).toEqual([]);
  });

  it("mark DELETE and replacements as destructive", () => {
    expect(
      breaking(({ annotations }, key) => method(key) === "DELETE" && !annotations.destructiveHint),
    ).toEqual([]);
    expect(
      breaking(({ name, annotations }) => /^replace_/.test(name) && !annotations.destructiveHint),
    ).toEqual([]);
    expect(breaking(({ name }, key) => method(key) === "DELETE" && index[name]!.access !== "delete")).toEqual(
      [],
    );
  });
});

describe("input schemas", () => {
  it("are a flat object at their root", () => {
    expect(breaking(({ inputSchema }) => inputSchema.type !== "object")).toEqual([]);
    const allowed = ["type", "properties", "required"];
    expect(
      breaking(({ inputSchema }) => Object.keys(inputSchema).some((key) => !allowed.includes(key))),
    ).toEqual([]);
  });

  it.each<[string, (schema: Schema) => boolean]>([
    [
      "hold no $ref and no combinators",
      (schema) => ["$ref", "oneOf", "anyOf", "allOf", "not"].some((key) => key in schema),
    ],
    [
      "have one type each, and no lists of types",
      ({ type }) => type !== undefined && typeof type !== "string",
    ],
    [
      "have enums of distinct values of their type",
      ({ type, enum: values }) =>
        values !== undefined && !isDistinct(values, type === "integer" ? "number" : type),
    ],
    [
      "say what a list holds",
      ({ type, items }) => type === "array" && (typeof items !== "object" || items === null),
    ],
    [
      "have keys that every client takes",
      ({ properties }) => Object.keys(properties ?? {}).some((key) => !/^[a-zA-Z0-9_.-]{1,64}$/.test(key)),
    ],
    [
      "require only what they have",
      ({ properties, required }) => (required ?? []).some((key) => !(key in (properties ?? {}))),
    ],
    [
      "use only keywords that clients know",
      (schema) => Object.keys(schema).some((key) => !KEYWORDS.has(key)),
    ],
  ])("%s, at every depth", (_, breaks) => {
    expect(breaking((tool) => schemasOf(tool).some(([, schema]) => breaks(schema)))).toEqual([]);
  });
});

describe("cost", () => {
  const tokens = ({ name, description, inputSchema, outputSchema }: ListedTool) =>
    encode(JSON.stringify({ name, description, inputSchema, outputSchema })).length;
  const total = (some: readonly ListedTool[]) => some.reduce((sum, tool) => sum + tokens(tool), 0);
  const every = [...tools, ...catalogue.workflows!.map(({ tool }) => tool)];
  const chosen = every.filter(({ name }) => catalogue.curated.includes(name));
  const surfaces = {
    full: { tools: every, most: 90_000 },
    curated: { tools: [...chosen, ...discoverTools], most: 7_500 },
    discover: { tools: discoverTools, most: 1_300 },
    code: {
      tools: ["search_tools", "run_read", "run_write"].map((name) => ownToolsByName.get(name)!),
      most: 1_000,
    },
    chatgpt: { tools: [...catalogue.knowledge!.tools, ...chosen, ...discoverTools], most: 8_000 },
  };

  it.each(Object.entries(surfaces))(
    "of %s is within its budget, and is the sum over its tools in the catalogue",
    (_, { tools, most }) => {
      expect(total(tools)).toBeLessThanOrEqual(most);
      const said = tools.map(({ name }) => tokenCost(catalogue, name) ?? 0);
      expect(said.reduce((sum, one) => sum + one, 0)).toBe(total(tools));
    },
  );

  it("is shown for each tool in catalog.md", async () => {
    const page = await readFile(join(ROOT, "generated/firehydrant/catalog.md"), "utf8");
    const costs = [...page.matchAll(/^### (\w+)\n[\s\S]*? · (\d+) tokens$/gm)];
    const shown = [...tools, ...catalogue.workflows!.map(({ tool }) => tool)];
    expect(costs.map(([, name, cost]) => [name, Number(cost)]).sort()).toEqual(
      shown.map((tool) => [tool.name, tokens(tool)]).sort(),
    );
  });

  it("of one tool is at most 1,300", () => {
    expect(breaking((tool) => tokens(tool) > 1_300)).toEqual([]);
  });
});

describe("surfaces", () => {
  it("curate at most 24 existing tools, including discover's five", () => {
    const known = [...Object.keys(index), ...catalogue.workflows!.map(({ tool }) => tool.name)];
    expect(catalogue.curated.filter((name) => !known.includes(name))).toEqual([]);
    expect(new Set(catalogue.curated).size).toBe(catalogue.curated.length);
    expect(catalogue.curated.length + discoverTools.length).toBeLessThanOrEqual(24);
  });

  it.each(catalogue.prompts)(
    "have a prompt $name that names only existing tools",
    ({ text, tools: listed, arguments: taken }) => {
      expect(listed.filter((name) => !(name in index))).toEqual([]);
      const own = taken.map(({ name }) => name);
      expect(snakeWords(text).filter((word) => !listed.includes(word) && !own.includes(word))).toEqual([]);
      const places = [...text.matchAll(/\{[#/]?([^}]*)\}/g)].map((match) => match[1]!);
      expect([...new Set(places)].sort()).toEqual([...own].sort());
    },
  );
});

const KEYWORDS = new Set(
  (
    "type description properties required items enum format default minimum maximum minLength maxLength minItems " +
    "maxItems pattern additionalProperties"
  ).split(" "),
);

function isDistinct(values: unknown, type: unknown): boolean {
  if (!Array.isArray(values) || values.length === 0) return false;
  return values.every((value) => typeof value === type) && new Set(values).size === values.length;
}
