import { describe, expect, it } from "vitest";
import { api } from "../../../generated/firehydrant/index.js";
import type { Lookups } from "../../../runtime/contract/lookups.js";

describe("lookups.json", async () => {
  const lookups: Lookups = await api.lookups!();
  const sources = Object.entries(lookups.kinds).flatMap(([kind, { from }]) =>
    from.map((source) => ({ kind, ...source })),
  );
  const argumentsOf = (tool: string) =>
    Object.keys(api.catalogue.tools.find(({ name }) => name === tool)!.inputSchema.properties);

  it("names only existing sources that read, with arguments that they accept", async () => {
    for (const { tool, needs = [], filter } of sources) {
      const module = await api.load(tool);
      expect(module.annotations.readOnlyHint, tool).toBe(true);
      expect(argumentsOf(tool), tool).toEqual(
        expect.arrayContaining([...needs, ...(filter === undefined ? [] : [filter])]),
      );
    }
  });

  it("has matching name fields for every source of a kind", () => {
    for (const { kind, from } of Object.values(lookups.kinds).map(({ from }, index) => ({
      kind: Object.keys(lookups.kinds)[index],
      from,
    }))) {
      const named = from.filter(({ match }) => match !== undefined);
      expect([0, from.length], kind).toContain(named.length);
    }
    expect(new Set(sources.filter(({ match }) => match).map(({ kind }) => kind)).size).toBeGreaterThan(70);
  });

  it("has a kind for each argument, and what its sources need from the call", () => {
    for (const [tool, entries] of Object.entries(lookups.tools)) {
      for (const [path, entry] of Object.entries(entries)) {
        const { kind, by, with: given = {} } = typeof entry === "string" ? { kind: entry } : entry;
        expect(lookups.kinds[kind], `${tool} ${path}`).toBeDefined();
        expect(argumentsOf(tool), path).toEqual(
          expect.arrayContaining(
            [path, ...(by === undefined ? [] : [by]), ...Object.values(given)].map((name) =>
              name.replace(/[[.].*$/, ""),
            ),
          ),
        );
        expect(Object.values(given), `${tool} ${path} needs itself`).not.toContain(path);
      }
    }
  });

  it("has a source for each value of a deciding argument, except customers", async () => {
    const strays: string[] = [];
    for (const [tool, entries] of Object.entries(lookups.tools)) {
      for (const entry of Object.values(entries)) {
        if (typeof entry === "string" || entry.by === undefined) continue;
        const kept = lookups.kinds[entry.kind]!.from.flatMap(({ is = [] }) => is);
        for (const value of choicesAt(tool, entry.by)) {
          const isKept = kept.some((one) => singular(one) === singular(value));
          if (!isKept) strays.push(value);
        }
      }
    }
    expect([...new Set(strays)]).toEqual(["customers"]);
  });

  it("has no two arguments that need each other", () => {
    for (const [tool, entries] of Object.entries(lookups.tools)) {
      const needs = (path: string): string[] => {
        const entry = entries[path];
        return typeof entry === "object" ? Object.values(entry.with ?? {}) : [];
      };
      const walk = (path: string, above: readonly string[]): void => {
        expect(above, tool).not.toContain(path);
        for (const next of needs(path)) walk(next, [...above, path]);
      };
      for (const path of Object.keys(entries)) walk(path, []);
    }
  });

  type Schema = { properties?: Record<string, Schema>; items?: Schema; enum?: string[] };

  function choicesAt(tool: string, path: string): readonly string[] {
    let schema = api.catalogue.tools.find(({ name }) => name === tool)!.inputSchema as unknown as
      Schema | undefined;
    for (const step of path.split(".")) {
      schema = schema?.properties?.[step.replace("[]", "")];
      if (step.endsWith("[]")) schema = schema?.items;
    }
    return schema?.enum ?? [];
  }

  function singular(word: string): string {
    return word.toLowerCase().replace(/ies$/, "y").replace(/s$/, "");
  }
});
