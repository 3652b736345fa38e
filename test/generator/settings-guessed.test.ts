import { readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { beforeAll, describe, expect, it } from "vitest";
import { runGenerateFromDocument } from "../../cli/generate/generate-from-document.js";
import {
  stub,
  items,
  beginWork,
  text,
  list,
  content,
  record,
  inPath,
  documentOf,
  type Made,
  generated,
  catalogueOf,
  caller,
  uncommented,
} from "./kit/settings.js";

/** What was generated, apart from the bundle of it. */
async function generatedTexts({ folder }: Made): Promise<Record<string, string>> {
  const names = (await readdir(folder, { recursive: true }))
    .filter((name) => /\.(ts|json|md)$/.test(name))
    .sort();
  const texts = names.map(async (name) => [name, await readFile(join(folder, name), "utf8")] as const);
  return Object.fromEntries(await Promise.all(texts));
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

  it("an answer that is not a list keeps its own parameters", async () => {
    const { inputSchema } = (await catalogueOf(made)).tools.find(({ name }) => name === "no_list")!;
    expect(Object.keys(inputSchema.properties)).toEqual(["page", "per_page"]);
  });

  it("an operation that answers 202 can be waited for", async () => {
    beginWork();
    const answer = await call("start_export", { wait_seconds: 20 });
    expect(answer).toMatchObject({ waited: { state: "finished", shown_by: "get_export" } });
  });

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

  it("has the resources of paths that end in verbs, and of names that do", async () => {
    const at = (method: string, operationId: string, answer: object = record({ id: text })) => ({
      [method]: { operationId, responses: { 200: content(answer) } },
    });
    const many = Array.from({ length: 45 }, (_, n) => [`/rest/${n}`, at("post", `rest_${n}`)] as const);
    const verbs = { "/pets/get": at("post", "pets_get"), "/pets/list": at("post", "pets_list") };
    const byVerb = await generated(undefined, {
      ...documentOf(),
      paths: { ...Object.fromEntries(many), ...verbs },
    });
    expect((await catalogueOf(byVerb)).curated).toEqual(["pets_get", "pets_list"]);

    const pets = { ...at("get", "pets_all", record({ pets: list })), ...at("post", "pets_create") };
    const one = { get: { ...at("get", "pets_one").get, parameters: [inPath("id")] } };
    const byAnswer = await generated(undefined, {
      ...documentOf(),
      paths: { ...Object.fromEntries(many), "/pets": pets, "/pets/{id}": one },
    });
    expect((await catalogueOf(byAnswer)).curated).toEqual(["pets_all", "pets_create", "pets_one"]);
  });
});
