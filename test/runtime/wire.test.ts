import { readFileSync } from "node:fs";
import { Client, StreamableHTTPClientTransport } from "@modelcontextprotocol/client";
import fc from "fast-check";
import { OpenAPIBackend, type Operation as Checked } from "openapi-backend";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { api } from "../../generated/firehydrant/index.js";
import { applyRepairs } from "../../generator/load/repairs.js";
import { ProblemList } from "../../generator/model/problem.js";
import { createCaller } from "../../runtime/pipeline/call.js";
import { createMcpService } from "../../runtime/mcp/service.js";
import { createRegistry } from "../../runtime/registry/registry.js";
import { serveHttp, type HttpServing } from "../../runtime/transport/http.js";
import { originCredentials, practiceTarget } from "../../runtime/upstream/auth/api-credentials.js";
import { createUpstream } from "../../runtime/upstream/upstream.js";
import { argumentsOf } from "./wire/arbitrary.js";
import { carried, decoded, type Carried } from "./wire/decode.js";
import { joined, withApiNames, withoutCommas } from "./wire/names-and-lists.js";
import { captureServer, type Captured } from "./wire/stub.js";

interface Parameter {
  readonly name: string;
  readonly in: string;
  readonly explode?: boolean;
  readonly schema: { readonly type?: string };
}

interface Operation {
  readonly parameters?: readonly Parameter[];
  readonly requestBody?: {
    readonly content: Record<string, { schema: { properties?: Record<string, { type?: string }> } }>;
  };
}

const contract = (await applyRepairs(
  JSON.parse(readFileSync("specs/firehydrant/openapi.json", "utf8")),
  readFileSync("specs/firehydrant/repairs.yaml", "utf8"),
  new ProblemList(),
)) as never as { paths: Record<string, Record<string, Operation>> };

let stub: Awaited<ReturnType<typeof captureServer>>;
let serving: HttpServing;
let client: Client;
let validator: OpenAPIBackend;
/** What the validator knows of each operation, by method and path. Otherwise it looks for it at each request. */
let checked: ReadonlyMap<string, Checked>;

beforeAll(async () => {
  stub = await captureServer();
  // One instance for each part of a request, and not for each operation: each compiles the schema of schemas.
  const instances = new Map<string, Parameters<NonNullable<typeof validator.customizeAjv>>[0]>();
  validator = new OpenAPIBackend({
    definition: contract as never,
    quick: true,
    ajvOpts: { strict: false },
    customizeAjv: (made, _, part) => instances.get(part) ?? instances.set(part, made).get(part)!,
  });
  await validator.init();
  checked = new Map(validator.getOperations().map((one) => [`${one.method} ${one.path}`, one]));
  const upstream = createUpstream({
    title: "FireHydrant",
    credentials: originCredentials(
      api.catalogue.api,
      practiceTarget(api.catalogue.api, stub.url, "fhb-test"),
    ),
    pacing: { limit: 1_000_000, windowMs: 1_000 },
  });
  const caller = createCaller({ baseUrl: stub.url, upstream });
  const registry = createRegistry(api.catalogue, { surface: "full" });
  const service = createMcpService({
    api,
    registry,
    caller,
    version: "0",
    report: (error) => {
      throw error;
    },
  });
  serving = await serveHttp(service, {
    host: "127.0.0.1",
    port: 0,
    report: (error) => {
      throw error;
    },
  });
  client = new Client({ name: "wire", version: "0" });
  await client.connect(new StreamableHTTPClientTransport(new URL(serving.url)));
});

afterAll(async () => {
  await client?.close();
  await serving?.drain(1_000);
  stub?.close();
});

describe("every operation sends the exact request", () => {
  it.each(api.catalogue.tools.map((tool) => [tool.name, tool] as const))("%s", async (name, tool) => {
    const { operation } = api.catalogue.index[name]!;
    const [method, template] = operation.split(" ") as [string, string];
    const property = async (args: Record<string, unknown>) => {
      const given = withoutCommas(
        withoutPaging(args, parametersOf(method, template)),
        textsOf(method, template),
      );
      stub.requests.length = 0;
      const result = await client.callTool({ name, arguments: given });
      expect(result.isError, JSON.stringify(result.content)).toBeFalsy();
      expect(stub.requests).toHaveLength(1);
      const request = stub.requests[0]!;
      expect(request.method).toBe(method);
      expect(request.headers.authorization).toBe("Bearer fhb-test");
      const parts = await carried(request, template);
      expectValid(request, parts, method, template);
      expectAllCarried(
        joined(withApiNames(given, api.catalogue.index[name]!.formerArguments), textsOf(method, template)),
        parts,
        parametersOf(method, template),
      );
    };
    const schema = tool.inputSchema as never;
    await fc.assert(fc.asyncProperty(argumentsOf(schema, true), property), { numRuns: 1, seed: 474 });
    await fc.assert(fc.asyncProperty(argumentsOf(schema, false), property), { numRuns: 3, seed: 474 });
  });
});

/** A cursor is decoded by us, and so is `limit` if upstream has no page size. All other arguments are sent. */
function withoutPaging(
  { cursor: _, limit, ...args }: Record<string, unknown>,
  parameters: readonly Parameter[],
) {
  const hasSize = parameters.some(({ name }) => ["per_page", "count", "limit"].includes(name));
  return hasSize && limit !== undefined ? { ...args, limit } : args;
}

function parametersOf(method: string, template: string): readonly Parameter[] {
  return contract.paths[template]![method.toLowerCase()]!.parameters ?? [];
}

/** Names of what the contract declares as text. A tool may take a list there, which is sent joined by commas. */
function textsOf(method: string, template: string): ReadonlySet<string> {
  const { requestBody } = contract.paths[template]![method.toLowerCase()]!;
  const fields = Object.values(requestBody?.content ?? {}).flatMap(({ schema }) =>
    Object.entries(schema.properties ?? {}),
  );
  const parameters = parametersOf(method, template).map(({ name, schema }) => [name, schema] as const);
  return new Set([...fields, ...parameters].flatMap(([name, { type }]) => (type === "string" ? [name] : [])));
}

/** openapi-backend validates the received requests against the contract, with lists without `explode` split. */
function expectValid(request: Captured, { body }: Carried, method: string, template: string): void {
  const url = new URL(request.target, "http://stub");
  const query: Record<string, string | string[]> = {};
  for (const [name, value] of url.searchParams) {
    const before = query[name];
    query[name] = before === undefined ? value : [before, value].flat();
  }
  for (const { name, in: place, schema } of parametersOf(method, template)) {
    if (place !== "query" || schema.type !== "array" || query[name] === undefined) continue;
    query[name] = [query[name]].flat().flatMap((text) => text.split(","));
  }
  const given = {
    method,
    path: url.pathname,
    headers: request.headers as never,
    query,
    body: isMultipart(request) ? asForm(body as Record<string, unknown[]>) : body,
  };
  const result = validator.validateRequest(given, checked.get(`${method.toLowerCase()} ${template}`));
  expect(result.errors ?? [], `${method} ${request.target}`).toEqual([]);
}

function isMultipart({ headers }: Captured): boolean {
  return String(headers["content-type"]).startsWith("multipart/");
}

/** In the contract, a form's file is text, and a field that was sent once is a single value. */
function asForm(fields: Record<string, unknown[]> | undefined): Record<string, unknown> | undefined {
  if (!fields) return undefined;
  return Object.fromEntries(
    Object.entries(fields).map(([name, values]) => {
      const plain = values.map((value) => (typeof value === "object" ? "binary" : value));
      return [name, name.endsWith("_ids") ? plain : plain[0]];
    }),
  );
}

/** Each argument is at its place under its request name, unchanged, and there is nothing else. */
function expectAllCarried(
  args: Record<string, unknown>,
  { path, query, body }: Carried,
  parameters: readonly Parameter[],
): void {
  const left = new Map(Object.entries(args));
  const take = (wire: string) => {
    const name = argumentName(wire, args);
    const value = left.get(name);
    left.delete(name);
    return value;
  };
  const known = new Set<string>();
  for (const { name, in: place, explode, schema } of parameters) {
    known.add(name);
    const value = take(name);
    if (place === "path") {
      expect(path[name]).toBe(String(value));
      continue;
    }
    const raw = query.get(name);
    if (value === undefined) expect(raw, name).toBeUndefined();
    else
      expect(
        raw!
          .flatMap((text) => (schema.type === "array" && explode === false ? text.split(",") : [text]))
          .map(decoded),
      ).toEqual([value].flat().map(String));
  }
  for (const name of query.keys()) expect(known).toContain(name);
  const rest = Object.fromEntries(left);
  if (Array.isArray(body)) expect(body).toEqual(rest.items);
  else if (body !== undefined) expect(Object.keys(body as object).length).toBe(Object.keys(rest).length);
  for (const [name, value] of Object.entries(Array.isArray(body) ? {} : rest)) {
    expect(bodyValue(body as Record<string, unknown>, name, value)).toEqual(value);
  }
}

/** The page size is named `limit` here. All other names are the request's, with `_` for brackets. */
function argumentName(wire: string, args: Record<string, unknown>): string {
  if (["per_page", "count"].includes(wire) && args.limit !== undefined && !(wire in args)) return "limit";
  return wire.replaceAll(/[^A-Za-z0-9_]+/g, "_").replaceAll(/^_+|_+$/g, "");
}

/** A multipart field arrives as text, or as a list if its name was sent several times. */
function bodyValue(body: Record<string, unknown>, name: string, value: unknown): unknown {
  const wire = Object.keys(body).find((key) => argumentName(key, {}) === name)!;
  const found = body[wire];
  const isMultipart = Array.isArray(found) && !Array.isArray(value);
  return isMultipart ? found[0] : found;
}
