import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { renderTypes } from "../../generator/render/types/types.js";
import type { Catalogue } from "../../runtime/index.js";
import { out, pets, generated } from "./kit/from-document.js";

async function catalogueOf(spec?: object): Promise<Catalogue> {
  expect((await generated(spec)).code).toBe(0);
  return JSON.parse(await readFile(join(out, "catalog.json"), "utf8")) as Catalogue;
}

function inQuery(name: string, schema: object): object {
  return { name, in: "query", schema };
}

describe("generate --spec", () => {
  it("takes descriptions, groups, servers and the key's place from the document, over many files", async () => {
    const { api, tools, index, curated } = await catalogueOf();
    expect(api).toMatchObject({
      name: "pets",
      title: "Pets of all",
      servers: { eu: "https://eu.example.com/v1", us: "https://us.example.com/v1" },
      auth: {
        schemes: { key: { kind: "key", in: "header", name: "x-key", variables: { key: "PETS_API_KEY" } } },
        ways: [["key"]],
      },
    });
    expect(curated).toEqual([]);
    const list = tools.find(({ name }) => name === "list_pets")!;
    expect(list.description).toBe("List pets. All of them.");
    expect(Object.keys(list.inputSchema.properties)).toEqual(["kind"]);
    expect(index["list_pets"]).toMatchObject({
      group: "pets_more",
      operation: "GET /pets",
      managed: "list_all_pets_pets",
    });
    const create = tools.find(({ name }) => name !== "list_pets" && index[name]!.operation === "POST /pets")!;
    expect(create.name).toMatch(/^list_pets_[0-9a-f]{6}$/);
    expect(JSON.stringify(create.inputSchema)).toContain("The same again as Pet");
  });

  it("does not collide with the tools that find others, and reports what it leaves out", async () => {
    const { tools } = await catalogueOf();
    expect(tools.map(({ name }) => name)).toContain("search_tools_of_the_api");
    expect(vi.mocked(console.error).mock.calls.join()).toContain("GET /broken/{id} is left out");
  });

  it.each([
    [
      { type: "http", scheme: "bearer" },
      { kind: "key", in: "header", name: "Authorization", prefix: "Bearer " },
    ],
    [
      { type: "http", scheme: "Token" },
      { kind: "key", in: "header", name: "Authorization", prefix: "Token " },
    ],
    [{ type: "http", scheme: "Basic" }, { kind: "basic" }],
    [{ type: "http", scheme: "digest" }, { kind: "digest" }],
    [
      { type: "oauth2", flows: {} },
      { kind: "oauth", scopes: [] },
    ],
    [
      { type: "oauth2", flows: { clientCredentials: { tokenUrl: "/token", scopes: { read: "" } } } },
      { kind: "oauth", tokenUrl: "https://eu.example.com/token" },
    ],
    [
      { type: "openIdConnect", openIdConnectUrl: "https://id.example.com" },
      { kind: "oauth", provider: "https://id.example.com/" },
    ],
    [{ type: "mutualTLS" }, { kind: "certificate" }],
    [
      { type: "apiKey", in: "query", name: "token" },
      { kind: "key", in: "query", name: "token", prefix: "" },
    ],
    [
      { type: "apiKey", in: "cookie", name: "token" },
      { kind: "key", in: "cookie", name: "token", prefix: "" },
    ],
    [
      { type: "apiKey", in: "header", name: "Authorization", description: "As `Token token=<API_KEY>`" },
      { kind: "key", in: "header", name: "Authorization", prefix: "Token token=" },
    ],
    [
      { type: "apiKey", in: "header", name: "Authorization", description: "Must be prefixed with: GenieKey" },
      { prefix: "GenieKey " },
    ],
    [
      {
        type: "apiKey",
        in: "header",
        name: "Authorization",
        description: "A prefix is shown with the Token.",
      },
      { prefix: "" },
    ],
  ])("places the credentials of %j", async (key, want) => {
    const { api } = await catalogueOf({ ...pets, components: { securitySchemes: { key } } });
    expect(api.auth).toMatchObject({ schemes: { key: want }, ways: [["key"]] });
  });

  it.each([
    ["GenieKey", "GenieKey "],
    ["bearerAuth", "Bearer "],
    ["Token", "Token "],
    ["api_key", ""],
  ])("sends the key of the scheme %s in Authorization after %j", async (name, prefix) => {
    const scheme = { type: "apiKey", in: "header", name: "Authorization" };
    const { api } = await catalogueOf({ ...pets, components: { securitySchemes: { [name]: scheme } } });
    expect(api.auth).toMatchObject({ schemes: { [name]: { prefix } } });
  });

  it.each([
    { type: "apiKey", in: "header", name: "x\r\nevil" },
    { type: "http", scheme: "negotiate" },
  ])("says that %j can't be used", async (key) => {
    const { api } = await catalogueOf({ ...pets, components: { securitySchemes: { key } } });
    expect(api.auth).toBeUndefined();
    expect(vi.mocked(console.error).mock.calls.join()).toContain("scheme-left-out");
  });

  it("makes types even if two operations have the same id", async () => {
    await catalogueOf();
    expect(await readFile(join(out, "api.d.ts"), "utf8")).toContain(`"/pets"`);
  });

  it("has a file type for a body with a file, and text for it in JSON", async () => {
    const schema = { type: "object", properties: { photo: { type: "string", format: "binary" } } };
    const body = (type: string) => ({ post: { requestBody: { content: { [type]: { schema } } } } });
    await catalogueOf({
      ...pets,
      paths: { "/json": body("application/json"), "/form": body("multipart/form-data") },
    });
    const photos = (await readFile(join(out, "api.d.ts"), "utf8")).match(/photo\?: .*/g);
    expect(photos).toEqual(["photo?: FileArgument;", "photo?: FileArgument | string;"]);
  });

  it("makes the same types of a document every time", async () => {
    const kind = {
      type: "object",
      required: ["kind"],
      properties: { kind: { type: "string", enum: ["cat"] } },
    };
    const one = { oneOf: [{ $ref: "#/components/schemas/Cat" }], discriminator: { propertyName: "kind" } };
    const document = { ...pets, paths: {}, components: { schemas: { Cat: kind, Pet: one } } };
    const before = JSON.stringify(document);
    const types = renderTypes(document);
    expect(types).toContain("Value of the discriminator");
    expect(renderTypes(document)).toBe(types);
    expect(JSON.stringify(document)).toBe(before);
  });

  it("has types of the good schemas where another one is invalid, and says which", async () => {
    const bad = { operationId: "read_bad", parameters: [inQuery("a", { oneOf: ["text"] })] };
    const good = { operationId: "read_good", parameters: [inQuery("b", { type: "integer" })] };
    await catalogueOf({ ...pets, paths: { "/bad": { get: bad }, "/good": { get: good } } });
    const types = await readFile(join(out, "api.d.ts"), "utf8");
    expect(types).toContain("a?: unknown;");
    expect(types).toContain("b?: number;");
    expect(vi.mocked(console.error).mock.calls.join()).toMatch(
      /types-left-out[^]*\/get\/parameters\/0\/schema\/oneOf\/0: an object \(Schema\) is expected here/,
    );
  });

  it("writes loose types if the document allows no types", async () => {
    await catalogueOf({ ...pets, paths: { ...pets.paths, "/bad": { get: { parameters: ["text"] } } } });
    expect(await readFile(join(out, "api.d.ts"), "utf8")).toContain("paths = any");
    expect(vi.mocked(console.error).mock.calls.join()).toContain("types-left-out");
  });

  it.each(["", "Pets", "../pets", "-p", "x".repeat(40)])("refuses the name %j", async (name) => {
    expect((await generated(pets, name)).code).toBe(1);
  });

  it("reports a document without operations, and writes nothing", async () => {
    const { code, said } = await generated({ openapi: "3.1.0", info: { title: "", version: "" }, paths: {} });
    expect([code, said]).toEqual([1, expect.stringContaining("no-operations")]);
    await expect(readdir(out)).rejects.toThrow();
  });
});
