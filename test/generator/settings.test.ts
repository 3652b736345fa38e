import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { stub, documentOf, generated, catalogueOf, caller, uncommented } from "./kit/settings.js";

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
