import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Ajv, type ErrorObject } from "ajv";
import formats from "ajv-formats";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { readSources, runGenerateFromDocument } from "../../cli/generate/generate-from-document.js";
import { checkArguments } from "../../runtime/arguments/check.js";
import type { Catalogue } from "../../runtime/contract/catalogue.js";
import type { ToolModule } from "../../runtime/contract/tool.js";
import { buildRequest, type HttpRequest } from "../../runtime/request/build.js";
import { argumentsOf } from "../runtime/wire/arbitrary.js";
import { bigDocuments, installed } from "./documents.js";
import { importTools } from "./modules.js";

const CALLS = 40;
let packages: string;
let scratch: string;

beforeAll(async () => {
  packages = await installed();
  scratch = await mkdtemp(join(tmpdir(), "wild-calls-"));
});

afterAll(() => rm(scratch, { recursive: true }));

type Json = Readonly<Record<string, unknown>>;

describe.each(bigDocuments)("$name", ({ name, path, operations }) => {
  let catalogue: Catalogue;
  let tools: ToolModule[];
  let document: Json;
  const out = () => join(scratch, name);

  it("has a tool or a reason for each operation", async () => {
    const said = vi.spyOn(console, "error").mockReturnValue();
    const spec = join(packages, path);
    expect(await runGenerateFromDocument({ spec, name, out: out(), bundle: false })).toBe(0);
    const problems = said.mock.calls.flat().join("\n");
    const reasons = problems.match(/ is left out: .+/g) ?? [];
    catalogue = JSON.parse(await readFile(join(out(), "catalog.json"), "utf8")) as Catalogue;
    expect(catalogue.tools.length + reasons.length).toBe(operations);
    ({ document } = await readSources(out(), { spec, name }));
    const chosen = fc.sample(fc.constantFrom(...catalogue.tools), { numRuns: CALLS, seed: 7 });
    tools = await importTools(
      out(),
      chosen.map((tool) => tool.name),
      catalogue,
    );
  });

  it(`loses no value in ${CALLS} calls, and each body is valid by the document itself`, () => {
    const ajv = validatorOf(document);
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
  const samples = fc.sample(argumentsOf(inputSchema as unknown as Json, false), { numRuns: 30, seed });
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

/** Scalars of the arguments that the request does not hold. */
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

/** Keywords by which a document narrows what its shown schema can't: those that several shapes depend on. */
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
  const validate = ajv.getSchema(`doc#${bodyPointer(document, tool)}`);
  if (!validate) return ["the document has no schema for its body"];
  validate(JSON.parse(Buffer.from(body).toString()));
  const errors = ((validate as { errors?: ErrorObject[] | null }).errors ?? []).filter(
    ({ keyword }) => !BEYOND.has(keyword),
  );
  const isChoice = (validate as { errors?: ErrorObject[] | null }).errors?.some(({ keyword }) =>
    BEYOND.has(keyword),
  );
  return isChoice ? [] : errors.map(({ instancePath, message }) => `${instancePath} ${message}`);
}

/** Pointer of the schema of a tool's JSON body, followed through references to where it stands. */
function bodyPointer(document: Json, { request }: ToolModule): string {
  const steps = ["paths", request.path, request.method.toLowerCase(), "requestBody"];
  const body = at(document, steps);
  const found = typeof body.$ref === "string" ? body.$ref.slice(2).split("/").map(unescape) : steps;
  const content = at(document, [...found, "content"]);
  const type = Object.keys(content).find((one) => /json|\*/.test(one))!;
  return [...found, "content", type, "schema"]
    .map((step) => `/${encodeURIComponent(step.replaceAll("~", "~0").replaceAll("/", "~1"))}`)
    .join("");
}

function unescape(step: string): string {
  return decode(step).replaceAll("~1", "/").replaceAll("~0", "~");
}

function at(value: Json, steps: readonly string[]): Json {
  return steps.reduce((found, step) => (found[step] ?? {}) as Json, value);
}

/** An independent validator that holds the document as it is, but for OpenAPI 3.0's own ways to write a schema. */
function validatorOf(document: Json): Ajv {
  const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true, logger: false });
  formats.default(ajv);
  ajv.addSchema(asJsonSchema(document) as object, "doc");
  return ajv;
}

/** `nullable` beside no type means nothing to ajv, and bounds that are flags are of an older JSON Schema. */
function asJsonSchema(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(asJsonSchema);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(
    ([key, member]) =>
      !(key === "nullable" && (value as Json).type === undefined) &&
      !(/^exclusiveM/.test(key) && typeof member === "boolean"),
  );
  return Object.fromEntries(entries.map(([key, member]) => [key, asJsonSchema(member)]));
}
