import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Ajv } from "ajv";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { readSources, runGenerateFromDocument } from "../../cli/generate/generate-from-document.js";
import {
  buildRequest,
  type Catalogue,
  checkArguments,
  type HttpRequest,
  type ToolModule,
} from "../../runtime/index.js";
import { argumentsOf } from "../runtime/wire/arbitrary.js";
import { bigDocuments, installed } from "./documents.js";
import { asJsonSchema, validator, type Json } from "./json-schema.js";
import { importTools } from "./modules.js";

const CALLS = 40;
let packages: string;
let scratch: string;

beforeAll(async () => {
  packages = await installed();
  scratch = await mkdtemp(join(tmpdir(), "wild-calls-"));
});

afterAll(() => rm(scratch, { recursive: true }));

describe.each(bigDocuments)("$name", ({ name, path, operations }) => {
  let catalogue: Catalogue;
  let tools: ToolModule[];
  let document: Json;
  const out = () => join(scratch, name, "out");

  it("has a tool or a reason for each operation", async () => {
    const said = vi.spyOn(console, "error").mockClear().mockReturnValue();
    const spec = join(packages, path);
    expect(await runGenerateFromDocument({ spec, name, out: out(), bundle: false })).toBe(0);
    const problems = said.mock.calls.flat().join("\n");
    const reasons = problems.match(/ is left out: .+/g) ?? [];
    catalogue = JSON.parse(await readFile(join(out(), "catalog.json"), "utf8")) as Catalogue;
    expect(catalogue.tools.length + reasons.length).toBe(operations);
    ({ document } = await readSources(out(), { spec, name }));
    const whole = catalogue.tools.filter(
      ({ inputSchema }) => withoutCuts(inputSchema as unknown as Json) !== undefined,
    );
    const chosen = fc.sample(fc.constantFrom(...whole), { numRuns: CALLS, seed: 7 });
    tools = await importTools(
      out(),
      chosen.map((tool) => tool.name),
      catalogue,
    );
  });

  it(`keeps every value in ${CALLS} calls, and each body is valid by the document`, () => {
    const ajv = validator();
    const faults = tools.flatMap((tool, at) => {
      const given = sampleFor(tool, catalogue, at);
      if (given === undefined) return [`${tool.name}: no arguments of its schema are accepted`];
      const request = buildRequest(tool.request, given, "http://127.0.0.1");
      return [...lost(tool, given, request), ...invalid(ajv, document, tool, request)].map(
        (fault) => `${tool.name}: ${fault} ${JSON.stringify(given).slice(0, 300)}`,
      );
    });
    expect(tools).toHaveLength(CALLS);
    expect(faults).toEqual([]);
  });
});

/** Arguments that the shown schema allows and the tool accepts. */
function sampleFor(tool: ToolModule, { tools }: Catalogue, seed: number): Json | undefined {
  const { inputSchema } = tools.find(({ name }) => name === tool.name)!;
  const schema = withoutPaging(tool, withoutCuts(inputSchema as unknown as Json)!);
  const samples = fc.sample(argumentsOf(schema, false), { numRuns: 300, seed });
  return samples.find((sample) => {
    try {
      checkArguments(tool, sample);
      buildRequest(tool.request, sample, "http://127.0.0.1");
      return true;
    } catch {
      return false;
    }
  });
}

/**
 * The pipeline turns `limit` and `cursor` into what the API takes for paging before a request is built. Only a cursor of
 * an earlier answer is accepted. `test/runtime/paging.test.ts` tests both.
 */
function withoutPaging({ request }: ToolModule, schema: Json): Json {
  if (!request.page) return schema;
  const { limit: _limit, cursor: _cursor, ...properties } = schema.properties as Json;
  return { ...schema, properties };
}

/**
 * A shown schema without the parts that were cut for size, whose valid values are unknown; undefined if such a part is
 * required.
 */
function withoutCuts(schema: Json): Json | undefined {
  if (/cut at level|, cut here|Too many variants/.test(String(schema.description))) return undefined;
  if (schema.items !== undefined && withoutCuts(schema.items as Json) === undefined) return undefined;
  if (schema.items !== undefined) return { ...schema, items: withoutCuts(schema.items as Json) };
  if (schema.properties === undefined) return schema;
  const kept = Object.entries(schema.properties as Json).map(
    ([name, one]) => [name, withoutCuts(one as Json)] as const,
  );
  const gone = kept.filter(([, one]) => one === undefined).map(([name]) => name);
  if (((schema.required ?? []) as string[]).some((name) => gone.includes(name))) return undefined;
  return { ...schema, properties: Object.fromEntries(kept.filter(([, one]) => one !== undefined)) };
}

/** Scalars of the arguments that the request does not contain. */
function lost(tool: ToolModule, given: Json, { url, headers, body }: HttpRequest): string[] {
  const text = body === undefined ? "" : Buffer.from(body).toString();
  const decoded = [url, text].map((part) =>
    part.replaceAll("+", " ").replace(/%[0-9A-F]{2}(?:%[0-9A-F]{2})*/g, decode),
  );
  const place = [url, text, ...decoded, ...Object.values(headers)].join("\n");
  const isFileIn = (value: unknown) =>
    typeof value === "object" && value !== null && "content_base64" in value;
  const missing = (value: unknown): string[] => {
    if (value === null || isFileIn(value)) return [];
    if (typeof value === "object") return Object.values(value).flatMap(missing);
    const isThere = [String(value), JSON.stringify(value), JSON.stringify(value).slice(1, -1)].some((one) =>
      place.includes(one),
    );
    return isThere ? [] : [`lost ${JSON.stringify(value)}`];
  };
  return missing(given);
}

function decode(encoded: string): string {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return encoded;
  }
}

/** Keywords of a document that the shown schema cannot express, because they depend on several fields. */
const BEYOND = new Set([
  "oneOf",
  "anyOf",
  "not",
  "pattern",
  "format",
  "if",
  "dependencies",
  "uniqueItems",
  "multipleOf",
]);

function invalid(ajv: Ajv, document: Json, tool: ToolModule, { body }: HttpRequest): string[] {
  if (body === undefined || tool.request.body?.as !== "json") return [];
  const schema = bodySchema(document, tool);
  const { components, paths, ...others } = document;
  // References point to the document's components, so these are added at the schema's root.
  const validate = ajv.compile({
    allOf: [asJsonSchema(schema)],
    components: asJsonSchema(components, true),
    paths: asJsonSchema(paths, true),
    ...shelf(others),
  });
  validate(JSON.parse(Buffer.from(body).toString()));
  const errors = (validate.errors ?? []).filter(
    ({ keyword, schemaPath, parentSchema }) =>
      !BEYOND.has(keyword) &&
      !/\/(oneOf|anyOf|not|if)\//.test(schemaPath) &&
      // An enum of texts on an object allows no value.
      !(keyword === "enum" && parentSchema?.type === "object"),
  );
  return errors.map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** The schema of a tool's JSON body in the document. */
function bodySchema(document: Json, { request }: ToolModule): Json {
  const body = at(document, ["paths", request.path, request.method.toLowerCase(), "requestBody"]);
  const found =
    typeof body.$ref === "string" ? at(document, body.$ref.slice(2).split("/").map(unescape)) : body;
  const content = at(found, ["content"]);
  return at(content, [Object.keys(content).find((one) => /json|\*/.test(one))!, "schema"]);
}

/** Other files of the document are added next to its components. */
function shelf(document: Json): Json {
  return Object.fromEntries(
    Object.entries(document)
      .filter(([key]) => key.startsWith("x-"))
      .map(([key, value]) => [key, asJsonSchema(value)]),
  );
}

function unescape(step: string): string {
  return decode(step).replaceAll("~1", "/").replaceAll("~0", "~");
}

function at(value: Json, steps: readonly string[]): Json {
  return steps.reduce((found, step) => (found[step] ?? {}) as Json, value);
}
