import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import { apis } from "../../cli/apis.js";
import { runGenerateFromDocument } from "../../cli/generate/generate-from-document.js";
import { loadApi } from "../../cli/load-api.js";
import { createRegistry, type GeneratedApi, textOf } from "../../runtime/index.js";
import { createApiCaller, createUpstream } from "../../runtime/serving.js";
import { json, listen, type Listening } from "../runtime/kit/stub.js";

/* standpipe.yaml: what it sets, what rules guess, and that both work when tools are called. */

let scratch: string;
let stub: Listening;
let folders = 0;

beforeAll(async () => {
  scratch = await mkdtemp(join(tmpdir(), "settings-"));
  stub = await listen((request, response) =>
    answerOf(new URL(request.url!, stub.url), request.method!, response),
  );
  vi.spyOn(console, "log").mockReturnValue();
  vi.spyOn(console, "error").mockReturnValue();
});
beforeEach(() => {
  vi.mocked(console.error).mockClear();
  stub.requests.length = 0;
});
afterAll(async () => {
  await stub.close();
  await rm(scratch, { recursive: true });
});

type Respond = Parameters<typeof json>[0];

/** Five items in pages of two, cut as each style does, and work that is done at its second look. */
const items = [1, 2, 3, 4, 5].map((id) => ({ id: `p${id}`, name: `Pet ${id}` }));
let looks = 0;

function answerOf(url: URL, method: string, response: Respond): void {
  const read = (name: string) => url.searchParams.get(name);
  const cut = (from: number) => items.slice(from, from + 2);
  const more = (from: number) => from + 2 < items.length;
  const at = Number(read("at") ?? read("cursor") ?? read("page") ?? read("start") ?? 0);
  switch (url.pathname) {
    case "/by-page":
      return json(response, cut(at * 2));
    case "/by-cursor":
      return json(response, { pets: cut(at), meta: { next_cursor: more(at) ? String(at + 2) : null } });
    case "/by-offset":
      return json(response, { pets: cut(at), total: items.length });
    case "/by-url":
      return json(response, {
        pets: cut(at),
        next_url: more(at) ? `https://elsewhere.invalid/x?at=${at + 2}&sig=a%2Fb` : null,
      });
    case "/by-link":
      return json(
        response,
        cut(at),
        200,
        more(at) ? { link: `<${url.pathname}?at=${at + 2}>; rel="next"` } : {},
      );
    case "/exports":
      return json(response, { id: "e1" }, 202);
    case "/exports/e1":
      return json(response, { id: "e1", status: (looks += 1) < 2 ? "running" : "complete" });
    case "/pets":
      return json(response, method === "GET" ? { data: items } : { id: "p9" });
    default:
      return json(response, { id: url.pathname.split("/").at(-1) });
  }
}

const text = { type: "string" };
const list = { type: "array", items: { type: "object", properties: { id: text, name: text } } };
const content = (schema: object) => ({ description: "ok", content: { "application/json": { schema } } });
const record = (properties: object) => ({ type: "object", properties });
const query = (name: string, type = "integer", more: object = {}) => ({
  name,
  in: "query",
  schema: { type, ...more },
});
const inPath = (name: string) => ({ name, in: "path", required: true, schema: text });

function documentOf(): Record<string, unknown> {
  const get = (operationId: string, schema: object, parameters: object[] = [], headers?: object) => ({
    get: {
      operationId,
      parameters,
      responses: { 200: { ...content(schema), ...(headers ? { headers } : {}) } },
    },
  });
  const pets = { pets: list };
  return {
    openapi: "3.1.0",
    info: { title: "Pets", version: "1" },
    servers: [{ url: stub.url }],
    security: [{ key: [] }],
    components: { securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key" } } },
    paths: {
      "/by-page": get("byPage", list, [
        query("page", "integer", { minimum: 0, default: 0 }),
        query("per_page"),
      ]),
      "/by-cursor": get("byCursor", record({ ...pets, meta: record({ next_cursor: text }) }), [
        query("at"),
        query("cursor", "string"),
        query("limit"),
      ]),
      "/by-offset": get("byOffset", record({ ...pets, total: { type: "integer" } }), [
        query("start"),
        query("count"),
      ]),
      "/by-url": get("byUrl", record({ ...pets, next_url: text }), [query("kind", "string")]),
      "/by-link": get("byLink", list, [], { Link: { schema: text } }),
      "/no-list": get("noList", record({ id: text }), [query("page"), query("per_page")]),
      "/exports": {
        post: { operationId: "startExport", responses: { 202: content(record({ id: text })) } },
      },
      "/exports/{export_id}": get(
        "getExport",
        record({ id: text, status: { type: "string", enum: ["running", "complete", "failed"] } }),
        [inPath("export_id")],
      ),
      "/pets": {
        ...get("listPets", record({ data: list })),
        post: { operationId: "createPet", responses: { 201: content(record({ id: text })) } },
      },
      "/pets/{pet_id}": get("getPet", record({ id: text }), [inPath("pet_id")]),
    },
  };
}

interface Made {
  readonly code: number;
  readonly folder: string;
  readonly said: string;
}

async function generated(
  settings?: string,
  document = documentOf(),
  files: Record<string, string> = {},
): Promise<Made> {
  const folder = join(scratch, `out-${folders++}`);
  await writeFile(`${folder}.json`, JSON.stringify(document));
  await mkdir(folder);
  if (settings !== undefined) await writeFile(join(folder, "standpipe.yaml"), settings);
  const flags = { spec: `${folder}.json`, name: "pets", out: folder, bundle: true };
  // Settings name a words file by its path.
  for (const [name, text] of Object.entries(files)) await writeFile(join(scratch, name), text);
  const code = await runGenerateFromDocument(flags);
  return { code, folder, said: vi.mocked(console.error).mock.calls.join("\n") };
}

const catalogueOf = async ({ folder }: Made) =>
  JSON.parse(await readFile(join(folder, "catalog.json"), "utf8")) as GeneratedApi["catalogue"];

/** What was generated, apart from the bundle of it. */
async function generatedTexts({ folder }: Made): Promise<Record<string, string>> {
  const names = (await readdir(folder, { recursive: true }))
    .filter((name) => /\.(ts|json|md)$/.test(name))
    .sort();
  const texts = names.map(async (name) => [name, await readFile(join(folder, name), "utf8")] as const);
  return Object.fromEntries(await Promise.all(texts));
}

/** Calls tools of what was generated, in this process. */
async function caller(made: Made) {
  const api = await loadApi(made.folder, apis);
  const upstream = createUpstream({ title: "Pets", pacing: false });
  const own = createApiCaller(api, createRegistry(api.catalogue, { surface: "full" }), {
    baseUrl: stub.url,
    upstream,
  });
  return async (name: string, args: object = {}) =>
    JSON.parse(
      textOf(await own.call(await api.load(name), { ...args }, { signal: new AbortController().signal })),
    ) as Record<string, unknown>;
}

/** Settings as a person who removes each # leaves them. */
function uncommented(settings: string): string {
  return settings.replaceAll(/^##.*\n/gm, "").replaceAll(/^#/gm, "");
}

describe("without settings", () => {
  let made: Made;
  let call: Awaited<ReturnType<typeof caller>>;
  beforeAll(async () => {
    made = await generated();
    call = await caller(made);
  });

  it.each(["by_page", "by_cursor", "by_offset", "by_url", "by_link"])(
    "%s is read to its end by limit and cursor",
    async (name) => {
      const { inputSchema } = (await catalogueOf(made)).tools.find((tool) => tool.name === name)!;
      expect(Object.keys(inputSchema.properties)).toEqual(expect.arrayContaining(["limit", "cursor"]));
      const ids: unknown[] = [];
      let cursor: unknown;
      do {
        const page = await call(name, { limit: 2, ...(cursor === undefined ? {} : { cursor }) });
        ids.push(...(page["items"] as { id: string }[]).map(({ id }) => id));
        cursor = page["next_cursor"];
      } while (cursor !== undefined && ids.length < 20);
      expect(ids).toEqual(items.map(({ id }) => id));
    },
  );

  it("a next URL is followed at the operation's own place, with its query as it is", async () => {
    await call("by_url", { limit: 5, kind: "cat" });
    expect(stub.requests.map(({ url }) => url)).toEqual([
      "/by-url?kind=cat",
      "/by-url?at=2&sig=a%2Fb",
      "/by-url?at=4&sig=a%2Fb",
    ]);
  });

  it("an answer that is no list keeps its own parameters", async () => {
    const { inputSchema } = (await catalogueOf(made)).tools.find(({ name }) => name === "no_list")!;
    expect(Object.keys(inputSchema.properties)).toEqual(["page", "per_page"]);
  });

  it("an operation that answers 202 can be waited for", async () => {
    looks = 0;
    const answer = await call("start_export", { wait_seconds: 20 });
    expect(answer).toMatchObject({ waited: { state: "finished", shown_by: "get_export" } });
  }, 30_000);

  it("the file shows what was guessed; without its #, the same is generated", async () => {
    const skeleton = await readFile(join(made.folder, "standpipe.yaml"), "utf8");
    expect(skeleton).toMatch(/## Guessed: how lists are cut into pages/);
    expect(skeleton).toMatch(/## Guessed, NOT in effect until you remove the #: where ids come from/);
    const inEffect = skeleton.split("\n\n").filter((section) => !section.startsWith("## Guessed, NOT"));
    const whole = uncommented(inEffect.join("\n"));
    expect(whole).toContain("title: Pets");
    const again = await generated(whole);
    expect([again.code, await catalogueOf(again)]).toEqual([0, await catalogueOf(made)]);
    expect(await generatedTexts(again)).toEqual(await generatedTexts(made));
  });

  it("a file of comments is written again, and one with a setting stays", async () => {
    const path = join(made.folder, "standpipe.yaml");
    const flags = { spec: `${made.folder}.json`, name: "pets", out: made.folder, bundle: false };
    await writeFile(path, "# old\n");
    await runGenerateFromDocument(flags);
    expect(await readFile(path, "utf8")).toContain("Settings of pets");
    await writeFile(path, "title: Mine\n");
    await runGenerateFromDocument(flags);
    expect(await readFile(path, "utf8")).toBe("title: Mine\n");
  });
});

describe("the settings", () => {
  it("set title, server, groups, names, curated tools, words, paging and pace", async () => {
    const made = await generated(
      [
        "title: My pets",
        "server: { eu: https://eu.example.com/v1/, us: https://us.example.com }",
        "groups: { pets: animals, GET /by-url: urls }",
        "names: { GET /pets: find_animals }",
        "curated: [find_animals, create_pet]",
        "words: ../words.yaml",
        "paging: [{ style: page, page: page, size: per_page, most: 7 }]",
        "rate_limit: { requests: 9, seconds: 3 }",
        "auth: { key: { in: header, name: Authorization, prefix: 'GenieKey ' } }",
      ].join("\n"),
      documentOf(),
      {
        "words.yaml":
          "operations:\n  GET /pets/{pet_id}:\n    title: Read one pet\n    description: Reads a pet.\n    arguments: { pet_id: Its id. }\n",
      },
    );
    expect(made.said).not.toContain("error ");
    const { api, index, curated, tools } = await catalogueOf(made);
    expect(api).toMatchObject({
      title: "My pets",
      servers: { eu: "https://eu.example.com/v1", us: "https://us.example.com" },
      rateLimit: { requests: 9, seconds: 3 },
      auth: { schemes: { key: { name: "Authorization", prefix: "GenieKey " } } },
    });
    expect([index["find_animals"]!.group, index["by_url"]!.group]).toEqual(["animals", "urls"]);
    expect(curated).toEqual(["find_animals", "create_pet"]);
    const get = tools.find(({ name }) => name === "get_pet")!;
    expect(get).toMatchObject({ title: "Read one pet", description: "Reads a pet." });
    expect(get.inputSchema.properties["pet_id"]).toMatchObject({ description: "Its id." });
    expect(Object.keys(tools.find(({ name }) => name === "by_cursor")!.inputSchema.properties)).toContain(
      "at",
    );
    const noList = tools.find(({ name }) => name === "no_list")!;
    expect(Object.keys(noList.inputSchema.properties)).toEqual(["cursor", "limit"]);
  });

  it("turn names into ids by a relation that a person took over", async () => {
    const offered = await readFile(join((await generated()).folder, "standpipe.yaml"), "utf8");
    const section = offered.split("\n\n").find((one) => one.includes("#relations:"))!;
    const call = await caller(await generated(uncommented(section)));
    await call("get_pet", { pet_id: "Pet 3" });
    expect(stub.requests.map(({ url }) => url)).toEqual([expect.stringMatching(/^\/pets/), "/pets/p3"]);
  });

  it.each([
    ["titel: Pets\n", "standpipe.yaml:1", "There is no setting titel here", "did you mean title?"],
    [
      "title: Pets\nnames:\n  GET /pet: x\n",
      "standpipe.yaml:3",
      "The document has no GET /pet.",
      "did you mean GET /pets?",
    ],
    [
      "title: Pets\nnames: { GET /pets: Pets! }\n",
      "standpipe.yaml:2",
      "a name is at most 48 lower-case letters",
      "",
    ],
    [
      "curated:\n  - list_pets\n  - list_pet\n",
      "standpipe.yaml:3",
      "There is no tool list_pet.",
      "did you mean list_pets?",
    ],
    ["server: nowhere\n", "standpipe.yaml:1", "it takes an http or https URL", ""],
    ["title: [\n", "standpipe.yaml:", "malformed-yaml", ""],
    ["auth: Authorization\n", "standpipe.yaml:1", "a scheme is header:NAME", ""],
    ["auth:\n  keys: bearer\n", "standpipe.yaml", "has no security scheme keys", "did you mean key?"],
    [
      "paging:\n  - { style: pages, most: 3 }\n",
      "standpipe.yaml:2",
      "style: is page, cursor, offset, after or link",
      "",
    ],
    ["polling:\n  POST /exports: { tool: GET /export }\n", "standpipe.yaml:2", "", ""],
  ])("%j is refused at its line with the fix", async (settings, at, what, fix) => {
    const { code, said } = await generated(settings);
    expect([code, said]).toEqual([1, expect.stringContaining(at)]);
    expect(said).toContain(what);
    expect(said).toContain(fix);
  });
});

describe("the curated set of a large API", () => {
  it("is the list, get and create of the resources with most operations", async () => {
    const resource = (name: string, more: number) => ({
      [`/${name}`]: {
        get: { operationId: `list_${name}`, responses: { 200: content(list) } },
        post: { operationId: `create_${name}`, responses: { 201: content(record({ id: text })) } },
      },
      [`/${name}/{id}`]: {
        get: {
          operationId: `get_${name}`,
          parameters: [inPath("id")],
          responses: { 200: content(record({ id: text })) },
        },
      },
      ...Object.fromEntries(
        Array.from({ length: more }, (_, at) => [
          `/${name}/{id}/part${at}`,
          {
            put: {
              operationId: `put_${name}_${at}`,
              parameters: [inPath("id")],
              responses: { 200: content(list) },
            },
          },
        ]),
      ),
    });
    const paths = { ...resource("small", 0), ...resource("main", 30), ...resource("other", 10) };
    const made = await generated(undefined, { ...documentOf(), paths });
    const { curated } = await catalogueOf(made);
    const want = ["main", "other", "small"].flatMap((name) => [
      `create_${name}`,
      `get_${name}`,
      `list_${name}`,
    ]);
    expect(curated).toEqual(want.sort());
    expect(await readFile(join(made.folder, "standpipe.yaml"), "utf8")).toMatch(
      /## Guessed: the tools that are listed at first.*\n#curated:\n#  - create_main/,
    );
  });
});
