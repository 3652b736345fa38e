import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, vi } from "vitest";
import { apis } from "../../../cli/apis.js";
import { runGenerateFromDocument } from "../../../cli/generate/generate-from-document.js";
import { loadApi } from "../../../cli/load-api.js";
import { createRegistry, type GeneratedApi, textOf } from "../../../runtime/index.js";
import { createApiCaller, createUpstream } from "../../../runtime/serving.js";
import { json, listen, type Listening } from "../../runtime/kit/stub.js";

/* standpipe.yaml: what it sets, what rules guess, and that both work when tools are called. */

let scratch: string;
export let stub: Listening;
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
export const items = [1, 2, 3, 4, 5].map((id) => ({ id: `p${id}`, name: `Pet ${id}` }));
let looks = 0;

/** The work that the API does is not done yet at the next look. */
export function beginWork(): void {
  looks = 0;
}

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

export const text = { type: "string" };
export const list = { type: "array", items: { type: "object", properties: { id: text, name: text } } };
export const content = (schema: object) => ({
  description: "ok",
  content: { "application/json": { schema } },
});
export const record = (properties: object) => ({ type: "object", properties });
const query = (name: string, type = "integer", more: object = {}) => ({
  name,
  in: "query",
  schema: { type, ...more },
});
export const inPath = (name: string) => ({ name, in: "path", required: true, schema: text });

export function documentOf(): Record<string, unknown> {
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

export interface Made {
  readonly code: number;
  readonly folder: string;
  readonly said: string;
}

export async function generated(
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

export const catalogueOf = async ({ folder }: Made) =>
  JSON.parse(await readFile(join(folder, "catalog.json"), "utf8")) as GeneratedApi["catalogue"];

/** Calls tools of what was generated, in this process. */
export async function caller(made: Made) {
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
export function uncommented(settings: string): string {
  return settings.replaceAll(/^##.*\n/gm, "").replaceAll(/^#/gm, "");
}
