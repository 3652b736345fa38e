import { describe, expect, it } from "vitest";
import type { Catalogue } from "../../runtime/contract/catalogue.js";
import { discoverNames } from "../../runtime/registry/discover-tools.js";
import { createRegistry, type View } from "../../runtime/registry/registry.js";
import { smallCatalogue } from "../fixtures/small-api.js";

const listedNames = (view: View) => createRegistry(smallCatalogue, view).listed.map(({ name }) => name);

/** The same with searchable incidents. */
const knowing: Catalogue = {
  ...smallCatalogue,
  knowledge: {
    tools: ["search", "fetch"].map((name) => ({ ...smallCatalogue.tools[0]!, name })),
    web: { us: "https://app.example" },
    kinds: [
      {
        kind: "incident",
        names: ["incident"],
        list: "list_incidents",
        item: "{id: id}",
        get: "get_incident",
        id: "incident_id",
        record: "@",
        title: "{id}",
        urls: ["{web}/{id}"],
        more: [],
      },
    ],
  },
};

describe("a surface lists", () => {
  it("the curated tools and discover's by default", () => {
    const curated = ["create_incident", "get_incident", "list_incidents", ...discoverNames];
    expect(listedNames({})).toEqual(curated);
    expect(listedNames({ surface: "curated" })).toEqual(curated);
  });

  it("all tools in the catalogue's order for the full surface", () => {
    const registry = createRegistry(smallCatalogue, { surface: "full" });
    expect(registry.listed.map(({ name }) => name)).toEqual(smallCatalogue.tools.map(({ name }) => name));
    registry.listed.forEach((tool, at) => expect(tool).toBe(smallCatalogue.tools[at]));
  });

  it("only discover's five", () => {
    expect(listedNames({ surface: "discover" })).toEqual([...discoverNames]);
  });

  it("only curated tools that the filter allows", () => {
    const selection = { methods: ["read"] };
    expect(listedNames({ selection })).toEqual([
      "get_incident",
      "list_incidents",
      "search_tools",
      "describe_tool",
      "execute_read",
    ]);
  });

  it("no executor without tools to execute", () => {
    expect(listedNames({ surface: "discover", selection: { methods: ["list", "delete"] } })).toEqual([
      "search_tools",
      "describe_tool",
      "execute_read",
      "execute_delete",
    ]);
  });

  it("search and fetch before the curated tools, only for ChatGPT", () => {
    const of = (view: View) => createRegistry(knowing, view).listed.map(({ name }) => name);
    expect(of({ surface: "chatgpt" })).toEqual(["search", "fetch", ...of({})]);
    expect(of({ surface: "full" })).not.toContain("search");
  });

  it("neither search nor fetch if each kind's list or record tool is hidden", () => {
    for (const deny of [["list_incidents"], ["get_incident"]]) {
      const registry = createRegistry(knowing, { surface: "chatgpt", selection: { deny } });
      expect(registry.listed.map(({ name }) => name)).not.toContain("search");
      expect([registry.findKnowledge("search"), registry.findKnowledge("fetch")]).toEqual([
        undefined,
        undefined,
      ]);
    }
  });

  it("no search or fetch for an API without searchable records", () => {
    expect(() => listedNames({ surface: "chatgpt" })).toThrow(/Choose curated, full, discover or code/);
  });

  it("managed names for tools that have one", () => {
    expect(listedNames({ surface: "full", names: "managed" })).toContain("get_a_fire_hydrant_incident");
    expect(listedNames({ surface: "full", names: "managed" })).not.toContain("get_incident");
  });
});

describe("a tool is found", () => {
  it.each(["create_incident", "declare_incident", "create_a_fire_hydrant_incident"])(
    "by %s, listed or not",
    (name) => {
      for (const surface of ["curated", "full", "discover"] as const) {
        const { find } = createRegistry(smallCatalogue, { surface });
        expect(find(name)?.name).toBe("create_incident");
      }
    },
  );

  it.each([
    "delete_incident",
    "delete_a_fire_hydrant_incident",
    "declare_incident",
    "create_incident",
    "toString",
    "",
  ])("not by %s if it is hidden or does not exist", (name) => {
    expect(createRegistry(smallCatalogue, { selection: { methods: ["read"] } }).find(name)).toBeUndefined();
  });

  it("not by a name that a hidden tool has as its own", () => {
    const catalogue = withAlias("get_incident", "delete_incident");
    const { find } = createRegistry(catalogue, { selection: { methods: ["read"] } });
    expect(find("delete_incident")).toBeUndefined();
    expect(createRegistry(catalogue).find("delete_incident")?.name).toBe("delete_incident");
  });

  it("with a suggestion only among visible tools", () => {
    expect(createRegistry(smallCatalogue).nearest("delete_incidnt")).toBe("delete_incident");
    expect(
      createRegistry(smallCatalogue, { selection: { tags: ["pages"] } }).nearest("delete_incidnt"),
    ).toBeUndefined();
  });
});

it("a catalogue with a tool named like one of discover's is refused", () => {
  const tools = smallCatalogue.tools.map((tool) =>
    tool.name === "get_incident" ? { ...tool, name: "search_tools" } : tool,
  );
  const index = { ...smallCatalogue.index, search_tools: smallCatalogue.index["get_incident"]! };
  expect(() => createRegistry({ ...smallCatalogue, tools, index })).toThrow(/search_tools/);
});

function withAlias(name: string, alias: string): Catalogue {
  const entry = { ...smallCatalogue.index[name]!, aliases: [alias] };
  return { ...smallCatalogue, index: { ...smallCatalogue.index, [name]: entry } };
}
